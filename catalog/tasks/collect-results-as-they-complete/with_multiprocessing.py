# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""Its pools can be ended with calls still running, which an executor has to wait for."""

import multiprocessing
import time
from multiprocessing.pool import ThreadPool


def fetch(item):
    station, delay = item
    time.sleep(delay)  # stands for a slow answer
    if station == "Rome":
        raise LookupError(f"{station}: no such station")
    return f"{station} after {delay} s"


if __name__ == "__main__":
    stations = {"Lisbon": 0.9, "Oslo": 0.3, "Paris": 2.2, "Rome": 0.6}
    for kind, make_pool in (("threads", ThreadPool), ("processes", multiprocessing.Pool)):
        print(kind, flush=True)
        with make_pool(4) as pool:
            results = pool.imap_unordered(fetch, stations.items())
            for running in range(4, 0, -1):
                try:
                    print(" ", results.next(timeout=1.0))
                except LookupError as error:
                    print(" ", error)
                except multiprocessing.TimeoutError:
                    print(f"  timeout: {running} call is still running")
