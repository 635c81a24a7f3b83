# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""kubectl knows clusters, users and certificates already, and with -o json it can be read."""

import argparse
import json
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path


class Cluster(BaseHTTPRequestHandler):
    """Gives the answers of a file, in place of an API server."""

    def do_GET(self):
        answer = self.server.answers.get(self.path.partition("?")[0])
        self.send_response_only(200 if answer else 404)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())


def play(answers: Path) -> str:
    server = HTTPServer(("127.0.0.1", 0), Cluster)
    server.answers = json.loads(answers.read_bytes())
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"--server=http://127.0.0.1:{server.server_port}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Print the objects of a namespace, with phases.")
    parser.add_argument("--namespace", default="default")
    parser.add_argument("--kind", default="pods")
    parser.add_argument("--play", type=Path, help="file of answers to ask in place of a cluster")
    args = parser.parse_args()
    command = ["kubectl", "get", args.kind, "-n", args.namespace, "-o", "json"]
    if args.play:
        command.append(play(args.play))
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(done.stderr.strip().splitlines()[-1], file=sys.stderr)
        return done.returncode
    for item in json.loads(done.stdout)["items"]:
        print(f"{item['metadata']['name']:<24} {item.get('status', {}).get('phase', '-')}")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except FileNotFoundError as error:
        print(f"{error.filename}: not found", file=sys.stderr)
        sys.exit(127)
    except KeyboardInterrupt:
        sys.exit(130)
