# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""A coroutine awaits calls in threads or processes, while its loop goes on with everything else."""

import asyncio
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor


def fetch(station, delay):
    time.sleep(delay)  # stands for a slow answer
    if station == "Rome":
        raise LookupError(f"{station}: no such station")
    return f"{station} after {delay} s"


async def collect(pool, stations):
    loop = asyncio.get_running_loop()
    calls = [loop.run_in_executor(pool, fetch, *item) for item in stations.items()]
    try:
        for call in asyncio.as_completed(calls, timeout=1.5):
            try:
                print(" ", await call)
            except LookupError as error:
                print(" ", error)
    except TimeoutError:
        print("  timeout:", sum(not call.done() for call in calls), "call is still running")


if __name__ == "__main__":
    stations = {"Lisbon": 0.9, "Oslo": 0.3, "Paris": 2.2, "Rome": 0.6}
    for kind, executor in (("threads", ThreadPoolExecutor), ("processes", ProcessPoolExecutor)):
        print(kind, flush=True)
        with executor(max_workers=4) as pool:
            asyncio.run(collect(pool, stations))
