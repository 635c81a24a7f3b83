# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:queue"
# ///
"""The queue locks, sorts and wakes the waiting thread by itself, and join tells when all is done."""

import queue
import threading

jobs = queue.PriorityQueue()
done = []


def work():
    while True:
        urgency, text = jobs.get()
        print(urgency, text)
        done.append(text)
        jobs.task_done()


jobs.put((3, "order more rope"))
jobs.put((1, "water in the hold"))
jobs.put((2, "lamp at the bow is out"))
jobs.put((1, "smoke in the hold"))
threading.Thread(target=work, daemon=True).start()
jobs.join()
print(f"all {len(done)} jobs done")
