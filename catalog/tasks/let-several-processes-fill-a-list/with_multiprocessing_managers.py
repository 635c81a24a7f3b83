# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing.managers"
# ///
"""The list lives in a process of its own; it may grow, hold anything, and each use is a message."""

from multiprocessing import Process
from multiprocessing.managers import SyncManager

READINGS = [[18.0, 19.0], [19.0, 19.0], [21.0, 22.0], [19.5, 20.5]]


def average(rooms, number):
    rooms[number] = sum(READINGS[number]) / len(READINGS[number])


if __name__ == "__main__":
    with SyncManager() as manager:
        rooms = manager.list([0.0] * len(READINGS))
        workers = [Process(target=average, args=[rooms, number]) for number in range(len(READINGS))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print("rooms:", ", ".join(map(str, rooms)))
        print("warmest:", max(rooms))
