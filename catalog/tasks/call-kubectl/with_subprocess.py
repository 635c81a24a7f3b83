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


def main() -> int:
    parser = argparse.ArgumentParser(description="Print the objects of a namespace, with phases.")
    parser.add_argument("--namespace", default="default")
    parser.add_argument("--kind", default="pods")
    args = parser.parse_args()
    command = ["kubectl", "get", args.kind, "-n", args.namespace, "-o", "json"]
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
