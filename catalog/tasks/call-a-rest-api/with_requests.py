# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""A session holds what all calls share: the token, and how patient to be with the server."""

import argparse
import itertools
import sys

import requests
from requests.adapters import HTTPAdapter
from urllib3 import Retry

parser = argparse.ArgumentParser(
    description="Try an API: create a record, read all pages, change the record and delete it."
)
parser.add_argument("url", nargs="?", default="http://localhost:8000/posts")
parser.add_argument("--token", default="", help="sent as: Authorization: Bearer TOKEN")
args = parser.parse_args()
if not args.url.startswith(("http://", "https://")):
    parser.error(f"{args.url}: an address begins with http:// or https://")
url = args.url.rstrip("/")

session = requests.Session()
# A Retry-After of the server comes before the growing pauses; what was sent is never sent twice.
patient = HTTPAdapter(max_retries=Retry(6, read=0, backoff_factor=0.1, allowed_methods=None))
session.mount("http://", patient)
session.mount("https://", patient)
if args.token:
    session.headers["Authorization"] = f"Bearer {args.token}"


def call(method: str, address: str, **options: object) -> requests.Response:
    answer = session.request(method, address, timeout=10, **options)
    print(method, address, answer.status_code)
    answer.raise_for_status()
    return answer


try:
    record = f"{url}/{call('POST', url, json={'title': 'Trial'}).json()['id']}"
    count = 0
    for page in itertools.count(1):
        if not (records := call("GET", url, params={"page": page}).json()):
            break
        count += len(records)
    print(count, "records")
    call("PATCH", record, json={"title": f"Trial, one of {count}"})
    call("DELETE", record)
except (requests.RequestException, KeyError, TypeError) as error:
    sys.exit(f"{url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
