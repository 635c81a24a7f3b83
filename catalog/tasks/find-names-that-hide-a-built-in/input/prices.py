"""Prices of a café."""


def cheapest(list):
    best = list[0]
    for price in list:
        best = price if price < best else best
    return best


sum = cheapest([3, 5, 2])
