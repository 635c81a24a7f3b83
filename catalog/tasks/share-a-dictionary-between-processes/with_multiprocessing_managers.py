# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing.managers"
# ///
"""The objects live in one process, and all others reach them through proxies that look alike."""

from multiprocessing import Process
from multiprocessing.managers import SyncManager
from threading import Lock


class Tally:
    def __init__(self):
        self.cars = 0
        self.lock = Lock()

    def add(self, cars):
        with self.lock:  # each clerk is served by a thread of the office
            self.cars += cars
            return self.cars


class Office(SyncManager):
    pass


Office.register("Tally", Tally)


def count(port, cars, ports, tally):
    ports[port] = sum(cars)
    tally.add(sum(cars))


if __name__ == "__main__":
    with Office() as office:
        ports, tally = office.dict(), office.Tally()
        ferries = {"Calais": [200, 180, 120], "Brest": [160, 140]}
        clerks = [Process(target=count, args=[*item, ports, tally]) for item in ferries.items()]
        for clerk in clerks:
            clerk.start()
        for clerk in clerks:
            clerk.join()
        for port, cars in sorted(ports.items()):
            print(f"{port}: {cars} cars")
        print("all together:", tally.add(0), "cars")
