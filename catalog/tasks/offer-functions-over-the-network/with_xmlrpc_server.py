# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xmlrpc.server"
# ///
"""A function is offered by its name, and its errors travel to the caller as faults."""

from xmlrpc.server import SimpleXMLRPCServer

free = 50


def fare(ages: list[int]) -> int:
    """Return the price in euros for people of these ages."""
    return sum(9 if age >= 18 else 5 for age in ages)


def book(name: str, seats: int) -> int:
    """Book seats, and return how many are left."""
    global free
    if seats > free:
        raise ValueError(f"{name} wants {seats} seats of {free}")
    free -= seats
    return free


with SimpleXMLRPCServer(("localhost", 8000), logRequests=False) as server:
    server.register_introspection_functions()
    server.register_function(fare)
    server.register_function(book)
    server.serve_forever()
