# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing.dummy"
# ///
"""It is a pool of threads with the interface of multiprocessing, where errors are taken from a call."""

import time
from collections import Counter
from multiprocessing.dummy import Lock, Pool

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
with Pool(10) as pool:
    calls = [pool.apply_async(read, [text]) for text in texts]
    pool.close()
    pool.join()
seconds = time.perf_counter() - start

for meter, (text, call) in enumerate(zip(texts, calls, strict=True), 1):
    try:
        print(meter, call.get())
    except ValueError:
        print(meter, "no number:", text)
print(counter["polls"], "polls")
print("10 waits of 0.1 s took", "less than 0.5 s" if seconds < 0.5 else f"{seconds:.1f} s")
