# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing.shared_memory"
# ///
"""Every process sees the same bytes; the list has a fixed length and holds plain values only."""

from multiprocessing import Process
from multiprocessing.shared_memory import ShareableList

READINGS = [[18.0, 19.0], [19.0, 19.0], [21.0, 22.0], [19.5, 20.5]]


def average(rooms, number):
    rooms[number] = sum(READINGS[number]) / len(READINGS[number])


if __name__ == "__main__":
    rooms = ShareableList([0.0] * len(READINGS))
    try:
        workers = [Process(target=average, args=[rooms, number]) for number in range(len(READINGS))]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
        print("rooms:", ", ".join(map(str, rooms)))
        print("warmest:", max(rooms))
    finally:
        rooms.shm.close()
        rooms.shm.unlink()
