# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""Retry counts, waits and asks again by itself; its history tells what went wrong before."""

import argparse
import sys
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import urllib3


class FlakyServer(BaseHTTPRequestHandler):
    statuses = [503, 503, 200]

    def do_GET(self):
        self.send_response_only(self.statuses.pop(0))
        self.end_headers()


class Backoff(urllib3.Retry):
    def get_backoff_time(self):
        pause = self.backoff_factor * 2 ** (len(self.history) - 1)
        status = self.history[-1].status or "no connection"
        print(f"attempt {len(self.history)}: {status}, again in {pause:g} s", flush=True)
        return pause


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
options = {"status_forcelist": [429, *range(500, 600)], "backoff_factor": args.base}
retry = Backoff(args.tries - 1, raise_on_status=False, **options)
try:
    answer = urllib3.request("GET", args.url, retries=retry, timeout=10)
    attempt, status = len(answer.retries.history) + 1, answer.status
except urllib3.exceptions.MaxRetryError:
    attempt, status = args.tries, 0
except ValueError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
print(f"attempt {attempt}: {status or 'no connection'}")
sys.exit(int(not 200 <= status < 400))
