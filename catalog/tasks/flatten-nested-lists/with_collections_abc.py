# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:collections.abc"
# ///
"""isinstance with Iterable takes lists, tuples, sets and generators alike, now and in future."""

from collections.abc import Iterable


def flat(values):
    for value in values:
        if isinstance(value, Iterable) and not isinstance(value, str):
            yield from flat(value)
        else:
            yield value


journey = ["Nice", ["Lyon", "Paris", ("Lille", ["Gent", "Brugge", "Oostende"])]]
stops = list(flat([journey, {"Calais": "ferry"}, iter(["Dover"])]))
print(f"{len(stops)} stops:", *stops)
