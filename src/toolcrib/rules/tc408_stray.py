"""A line among the entries of a list is no entry.

A note that lost its place, a half-deleted line, a command: whoever reads the list, by eye or by
program, stumbles over it.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Level, Sheet
from toolcrib.rules.rule import Problem, Rule


def check(page: Sheet) -> Iterator[Problem]:
    """Find lines between entries that name no module."""
    for stray in page.strays:
        yield Problem(
            line=stray.line,
            column=stray.column,
            end=stray.column + len(stray.text),
            message="this line inside a list names no module",
        )


RULE = Rule(
    code="TC408", level=Level.INFO, summary="a line inside a list that is no entry", check=check
)
