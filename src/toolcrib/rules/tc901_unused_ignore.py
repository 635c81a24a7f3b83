"""An ignore comment matches nothing.

`crib: ignore[TC302] reason` keeps a rule from speaking of one line. Where the rule has nothing to
say of that line, the comment says something that is no longer so, and hides what may come. A rule
that could not look, because nobody was asked off-line, leaves its comments alone.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Ignore, Level, Sheet
from toolcrib.rules.rule import Problem, Rule


def check(page: Sheet) -> Iterator[Problem]:
    """Name each comment, and the rules of it that are not broken."""
    for unused in page.unused:
        yield Problem(
            line=unused.line, column=unused.column, end=unused.end, message=_message(unused)
        )


def _message(unused: Ignore) -> str:
    if not unused.codes:
        return "an ignore comment names its rules: crib: ignore[TC302] reason"
    return f"nothing to ignore on line {unused.of_line}: {', '.join(unused.codes)}"


RULE = Rule(
    code="TC901", level=Level.WARNING, summary="an ignore comment that matches nothing", check=check
)
