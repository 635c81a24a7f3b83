"""What a format is."""

from collections.abc import Callable

from toolcrib.model.finding import Report
from toolcrib.model.value import Value


class Format(Value, frozen=True, kw_only=True):
    """A way to write a report.

    `write` gets the report and the columns that a reader has, and gives the whole text, which ends
    in a line end if it is not empty.
    """

    name: str
    write: Callable[[Report, int], str]
