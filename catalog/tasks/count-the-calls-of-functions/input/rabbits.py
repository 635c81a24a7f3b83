"""Fibonacci's rabbits, counted in the slowest way."""


def pairs(month):
    return month if month < 2 else pairs(month - 1) + pairs(month - 2)


def year_book():
    return [pairs(month) for month in range(1, 11)]
