# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""A refused connection and a slow answer are RequestExceptions, so one clause is enough."""

import argparse
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import requests


class FlakyServer(BaseHTTPRequestHandler):
    statuses = [503, 503, 200]

    def do_GET(self):
        self.send_response_only(self.statuses.pop(0))
        self.end_headers()


def ask(url):
    try:
        return requests.get(url, timeout=10).status_code
    except (requests.ConnectionError, requests.Timeout):
        return 0


def main():
    parser = argparse.ArgumentParser(description="Ask for a URL until it answers.")
    parser.add_argument("url", nargs="?", help="default: a server of its own that fails twice")
    parser.add_argument("--tries", type=int, default=5, help="default: 5")
    parser.add_argument("--base", type=float, default=0.5, help="first pause in s (default: 0.5)")
    args = parser.parse_args()
    if not args.url:
        server = HTTPServer(("127.0.0.1", 0), FlakyServer)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        args.url = f"http://127.0.0.1:{server.server_port}/"
    if not args.url.startswith(("http://", "https://")) or args.tries < 1 or args.base < 0:
        parser.error("it wants http:// or https://, at least one try, and no pause below 0")
    for attempt in range(1, args.tries + 1):
        status = ask(args.url)
        if attempt == args.tries or (status not in (0, 429) and status < 500):
            print(f"attempt {attempt}: {status or 'no connection'}")
            return int(not 200 <= status < 400)
        pause = args.base * 2 ** (attempt - 1)
        print(f"attempt {attempt}: {status or 'no connection'}, again in {pause:g} s", flush=True)
        time.sleep(pause)


try:
    sys.exit(main())
except ValueError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
