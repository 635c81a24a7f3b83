# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""urllib sends whatever a Request says; tokens, retries and pauses are the program's own business."""

import argparse
import itertools
import json
import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

what = "Try an API: create a record, read all pages, change the record and delete it."
parser = argparse.ArgumentParser(description=what)
parser.add_argument("url", nargs="?", default="http://localhost:8000/posts")
parser.add_argument("--token", default="", help="sent as: Authorization: Bearer TOKEN")
args = parser.parse_args()
if not args.url.startswith(("http://", "https://")):
    parser.error(f"{args.url}: an address begins with http:// or https://")
url = args.url.rstrip("/")
headers = {"Authorization": f"Bearer {args.token}"} if args.token else {}
headers["Content-Type"] = "application/json"


def call(method: str, address: str, record: dict | None = None) -> object:
    data = json.dumps(record).encode() if record else None
    for pause in (0.2, 0.4, 0.8, 1.6, 3.2, None):
        try:
            with urlopen(Request(address, data, headers, method=method), timeout=10) as answer:
                print(method, address, answer.status)
                return json.loads(answer.read() or "null")
        except HTTPError as error:
            if pause is None or "Retry-After" not in error.headers:
                raise
            time.sleep(float(error.headers["Retry-After"]))
        except URLError:  # nothing was sent
            if pause is None:
                raise
            time.sleep(pause)


try:
    record = f"{url}/{call('POST', url, {'title': 'Trial'})['id']}"
    count = 0
    for page in itertools.count(1):
        if not (records := call("GET", f"{url}?page={page}")):
            break
        count += len(records)
    print(count, "records")
    call("PATCH", record, {"title": f"Trial, one of {count}"})
    call("DELETE", record)
except (OSError, HTTPException, ValueError, KeyError, TypeError) as error:
    sys.exit(f"{url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
