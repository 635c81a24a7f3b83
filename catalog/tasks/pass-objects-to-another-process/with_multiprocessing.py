# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""What is sent into one end of a Pipe comes out of the other whole, pickled on the way."""

from datetime import date
from fractions import Fraction
from multiprocessing import Pipe, Process


def add_up(farm):
    shares = farm.recv()
    farm.send({day: sum(parts) for day, parts in shares.items()})


if __name__ == "__main__":
    shares = {
        date(2026, 3, 14): [Fraction(1, 3), Fraction(1, 6)],
        date(2026, 3, 15): [Fraction(1, 4), Fraction(1, 2)],
    }
    office, farm = Pipe()
    child = Process(target=add_up, args=[farm])
    child.start()
    office.send(shares)
    for day, share in office.recv().items():
        print(f"{day:%d %B}: {share} of the field is ploughed")
    child.join()
