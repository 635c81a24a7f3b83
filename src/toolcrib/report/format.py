"""What a format is."""

from collections.abc import Callable

from toolcrib.model.finding import Report
from toolcrib.model.value import Value


class Format(Value, frozen=True, kw_only=True):
    """A way to write a report; `write` gives the whole text, ending in a line end if not empty."""

    name: str
    write: Callable[[Report], str]
