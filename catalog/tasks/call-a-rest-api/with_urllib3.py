# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""The pool holds what all calls share: the token, and how patient to be with the server."""

import argparse
import itertools
import sys

import urllib3

parser = argparse.ArgumentParser(
    description="Try an API: create a record, read all pages, change the record and delete it."
)
parser.add_argument("url", nargs="?", default="http://localhost:8000/posts")
parser.add_argument("--token", default="", help="sent as: Authorization: Bearer TOKEN")
args = parser.parse_args()
if not args.url.startswith(("http://", "https://")):
    parser.error(f"{args.url}: an address begins with http:// or https://")
url = args.url.rstrip("/")

# A Retry-After of the server comes before the growing pauses; what was sent is never sent twice.
patient = urllib3.Retry(6, read=0, backoff_factor=0.1, allowed_methods=None)
headers = {"Authorization": f"Bearer {args.token}"} if args.token else {}
pool = urllib3.PoolManager(retries=patient, timeout=10, headers=headers)


def call(method: str, address: str, **options: object) -> urllib3.BaseHTTPResponse:
    answer = pool.request(method, address, **options)
    print(method, address, answer.status)
    if answer.status >= 400:
        sys.exit(f"{address}: {answer.status} {answer.reason}")
    return answer


try:
    record = f"{url}/{call('POST', url, json={'title': 'Trial'}).json()['id']}"
    count = 0
    for page in itertools.count(1):
        if not (records := call("GET", url, fields={"page": page}).json()):
            break
        count += len(records)
    print(count, "records")
    call("PATCH", record, json={"title": f"Trial, one of {count}"})
    call("DELETE", record)
except (urllib3.exceptions.HTTPError, ValueError, KeyError, TypeError) as error:
    sys.exit(f"{url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
