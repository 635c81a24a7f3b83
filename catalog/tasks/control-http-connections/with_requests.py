# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""An adapter, mounted for some addresses, takes the pool's size and the rules for retries."""

import requests
import trams
from requests.adapters import HTTPAdapter
from urllib3 import Retry

TIMEOUT = 1, 1  # for the connection; between two bytes of the answer

retries = Retry(total=3, read=False, status_forcelist=[503], backoff_factor=0.5)
url = f"http://127.0.0.1:{trams.start()}"
with requests.Session() as session:
    session.mount("http://", HTTPAdapter(pool_maxsize=1, max_retries=retries))
    for line in range(1, 6):
        session.get(f"{url}/line/{line}", timeout=TIMEOUT)
    print("5 requests over", trams.connections, "connection")

    answer = session.get(f"{url}/busy", timeout=TIMEOUT)
    statuses = [past.status for past in answer.raw.retries.history] + [answer.status_code]
    print(*statuses, sep=", ", end=f": {answer.text}\n")

    try:
        session.get(f"{url}/silent", timeout=TIMEOUT)
    except requests.ReadTimeout:
        print("read timeout after", TIMEOUT[1], "second of silence")

    with session.get(f"{url}/year", stream=True, timeout=TIMEOUT) as answer:
        pieces = [len(piece) for piece in answer.iter_content(65536)]
    print(sum(pieces), "bytes in", len(pieces), "pieces")
