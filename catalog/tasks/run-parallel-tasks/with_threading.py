# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:threading"
# ///
"""Threads wait side by side; each keeps its result, or its error, in a place of its own."""

import threading
import time
from collections import Counter

counter = Counter()
lock = threading.Lock()
readings = {}


def read(meter, text):
    time.sleep(0.1)  # stands for a slow meter
    for _ in range(1000):
        with lock:
            counter["polls"] += 1
    try:
        readings[meter] = float(text)
    except ValueError:
        readings[meter] = f"no number: {text}"


with open("meters.txt", encoding="utf-8") as file:
    texts = file.read().split()

start = time.perf_counter()
threads = [threading.Thread(target=read, args=item) for item in enumerate(texts, 1)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
seconds = time.perf_counter() - start

for meter, reading in sorted(readings.items()):
    print(meter, reading)
print(counter["polls"], "polls")
print("10 waits of 0.1 s took", "less than 0.5 s" if seconds < 0.5 else f"{seconds:.1f} s")
