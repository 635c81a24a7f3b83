# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""An Array is numbers of one type in shared memory, with a lock, and needs no tidying up."""

from multiprocessing import Array, Process

READINGS = [[18.0, 19.0], [19.0, 19.0], [21.0, 22.0], [19.5, 20.5]]


def average(rooms, number):
    rooms[number] = sum(READINGS[number]) / len(READINGS[number])


if __name__ == "__main__":
    rooms = Array("d", len(READINGS))
    workers = [Process(target=average, args=[rooms, number]) for number in range(len(READINGS))]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    print("rooms:", ", ".join(map(str, rooms)))
    print("warmest:", max(rooms))
