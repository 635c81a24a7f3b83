# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:concurrent.futures"
# ///
"""as_completed() hands over each future when it is done, be its call in a thread or a process."""

import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor, as_completed


def fetch(station, delay):
    time.sleep(delay)  # stands for a slow answer
    if station == "Rome":
        raise LookupError(f"{station}: no such station")
    return f"{station} after {delay} s"


if __name__ == "__main__":
    stations = {"Lisbon": 0.9, "Oslo": 0.3, "Paris": 2.2, "Rome": 0.6}
    for kind, executor in (("threads", ThreadPoolExecutor), ("processes", ProcessPoolExecutor)):
        print(kind, flush=True)
        with executor(max_workers=4) as pool:
            calls = [pool.submit(fetch, *item) for item in stations.items()]
            try:
                for call in as_completed(calls, timeout=1.5):
                    print(" ", call.exception() or call.result())
            except TimeoutError:
                print("  timeout:", sum(not call.done() for call in calls), "call is still running")
