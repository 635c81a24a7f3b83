"""The entry does not say what the module is for.

A name alone helps those who know it already. The rule is off as it comes: many lists are meant to
be lists of names. Requirements are never asked for a purpose.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, _page: Sheet) -> Iterator[tuple[str, str]]:
    """Name the entry."""
    mention = judged.mention
    if mention.form != "requirement" and not mention.purpose and not mention.use_cases:
        yield f"nothing says what {mention.written} is for", ""


RULE = Rule(
    code="TC402",
    level=Level.INFO,
    summary="no purpose given",
    check=of_mentions(judge),
    is_on=False,
)
