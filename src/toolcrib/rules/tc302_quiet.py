"""The distribution is archived by its owners, or had no release for five years.

That may mean dead, and it may mean finished: what runs on the newest Python needs no release. The
age is only known of names that the index was asked for.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, message, of_mentions

_YEARS = 5


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say how long it has been quiet."""
    identity, written = judged.identity, judged.mention.written
    if identity.state is State.ARCHIVED:
        yield message(f"{written} is archived by its owners", reason=identity.note), ""
    elif identity.state is State.DISTRIBUTION and _is_old(identity.released, page.today):
        yield f"{written} had its last release in {identity.released[:4]}", ""


def _is_old(released: str, today: str) -> bool:
    return bool(released) and f"{int(released[:4]) + _YEARS:04}{released[4:]}" < today


RULE = Rule(
    code="TC302",
    level=Level.INFO,
    summary="archived, or no release for five years",
    check=of_mentions(judge),
    asks_index=True,
)
