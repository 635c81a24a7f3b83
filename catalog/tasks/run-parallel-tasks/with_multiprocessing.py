# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""Processes share nothing by themselves: a Value in shared memory brings its own lock."""

import multiprocessing
import time


def begin(shared, all_ready):
    global polls
    polls = shared
    all_ready.wait()


def read(text):
    time.sleep(0.1)  # stands for a slow meter
    for _ in range(1000):
        with polls.get_lock():
            polls.value += 1
    return float(text)


if __name__ == "__main__":
    with open("meters.txt", encoding="utf-8") as file:
        texts = file.read().split()

    polls = multiprocessing.Value("i", 0)
    all_ready = multiprocessing.Barrier(len(texts) + 1)
    with multiprocessing.Pool(len(texts), begin, (polls, all_ready)) as pool:
        all_ready.wait()
        start = time.perf_counter()
        readings = [pool.apply_async(read, [text]) for text in texts]
        for meter, (text, reading) in enumerate(zip(texts, readings, strict=True), 1):
            try:
                print(meter, reading.get())
            except ValueError:
                print(meter, "no number:", text)
        seconds = time.perf_counter() - start
    print(polls.value, "polls")
    print("10 waits of 0.1 s took", "less than 0.5 s" if seconds < 0.5 else f"{seconds:.1f} s")
