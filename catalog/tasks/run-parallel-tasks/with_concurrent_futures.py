# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:concurrent.futures"
# ///
"""A pool starts and joins the threads, and a future brings back the result or raises the error."""

import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

counter = Counter()
lock = Lock()


def read(text):
    time.sleep(0.1)  # stands for a slow meter
    for _ in range(1000):
        with lock:
            counter["polls"] += 1
    return float(text)


with open("meters.txt", encoding="utf-8") as file:
    texts = file.read().split()

start = time.perf_counter()
with ThreadPoolExecutor(max_workers=10) as pool:
    futures = [pool.submit(read, text) for text in texts]
seconds = time.perf_counter() - start

for meter, (text, future) in enumerate(zip(texts, futures, strict=True), 1):
    try:
        print(meter, future.result())
    except ValueError:
        print(meter, "no number:", text)
print(counter["polls"], "polls")
print("10 waits of 0.1 s took", "less than 0.5 s" if seconds < 0.5 else f"{seconds:.1f} s")
