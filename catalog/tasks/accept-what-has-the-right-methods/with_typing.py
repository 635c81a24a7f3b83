# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:typing"
# ///
"""A protocol says what is needed; classes fit it by their methods, and need not know of it."""

import io
from typing import Protocol, runtime_checkable


@runtime_checkable
class Sink(Protocol):
    def write(self, text: str, /) -> object: ...


class Shout:
    def write(self, text: str) -> None:
        print(text.upper(), end="")


def report(sink: Sink, *lines: str) -> None:
    for line in lines:
        sink.write(f"{line}\n")


page = io.StringIO()
report(Shout(), "low tide at six")
report(page, "low tide at six", "high tide at noon")
print(len(page.getvalue().splitlines()), "lines on the page")
for thing in (page, Shout(), ["a list"], "a text"):
    print(type(thing).__name__, "fits" if isinstance(thing, Sink) else "has no write")
