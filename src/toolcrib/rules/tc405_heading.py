"""A heading has nothing below it, or says the same as the one before it.

Something was moved or deleted, or two people began the same section: whoever looks for the module
does not find it under the heading that promises it. Headings that group others are not empty, and
the same words may come again below another heading, as "Example" does under each module. A heading
that names a module is an entry, and may stand alone.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Level, Sheet
from toolcrib.model.mention import Heading
from toolcrib.rules.rule import Problem, Rule


def check(page: Sheet) -> Iterator[Problem]:
    """Find headings without text, without anything below them, and those that come again."""
    entries = {judged.mention.line for judged in page.judged}
    above: list[Heading] = []
    seen: dict[tuple[tuple[int, ...], str], Heading] = {}
    for heading in page.headings:
        above = [one for one in above if one.level < heading.level]
        key = (tuple(one.line for one in above), heading.text.casefold())
        first = seen.setdefault(key, heading)
        above.append(heading)
        if heading.line in entries:
            continue
        if not heading.text:
            yield _problem(heading, "this heading has no text")
        elif first is not heading:
            yield _problem(heading, f"the same heading as in line {first.line}")
        elif not heading.filled:
            yield _problem(heading, "nothing stands below this heading")


def _problem(heading: Heading, message: str) -> Problem:
    return Problem(
        line=heading.line,
        column=heading.column,
        end=heading.column + len(heading.text),
        message=message,
    )


RULE = Rule(code="TC405", level=Level.INFO, summary="empty or repeated heading", check=check)
