# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""Pool, retries and timeouts are objects, given to all requests or to a single one."""

import trams
from urllib3 import HTTPConnectionPool, Retry, Timeout
from urllib3.exceptions import ReadTimeoutError

retries = Retry(total=3, read=False, status_forcelist=[503], backoff_factor=0.5)
with HTTPConnectionPool(
    "127.0.0.1", trams.start(), maxsize=1, retries=retries, timeout=Timeout(connect=1, read=1)
) as pool:
    for line in range(1, 6):
        pool.request("GET", f"/line/{line}")
    print("5 requests over", trams.connections, "connection")

    answer = pool.request("GET", "/busy")
    statuses = [past.status for past in answer.retries.history] + [answer.status]
    print(*statuses, sep=", ", end=f": {answer.data.decode()}\n")

    try:
        pool.request("GET", "/silent")
    except ReadTimeoutError:
        print("read timeout after", pool.timeout.read_timeout, "second of silence")

    answer = pool.request("GET", "/year", preload_content=False)
    pieces = [len(piece) for piece in answer.stream(65536)]
    print(sum(pieces), "bytes in", len(pieces), "pieces")
