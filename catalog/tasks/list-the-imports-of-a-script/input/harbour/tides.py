import csv
import math

import sextant


def high_water(port):
    with open(f"{port}.csv") as file:
        rows = list(csv.reader(file))
    return math.ceil(sextant.height(rows))
