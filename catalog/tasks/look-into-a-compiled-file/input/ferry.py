"""Seats on the ferry."""

PRICE = 9


def book(name, seats):
    return f"{name}: {seats * PRICE}"


def cancel(number):
    return -number
