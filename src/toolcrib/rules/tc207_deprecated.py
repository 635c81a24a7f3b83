"""The module is deprecated, and still there in the target Python.

Where its removal is announced, the Python that removes it is named.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.model.version import version_number as number
from toolcrib.rules.rule import Rule, first_choice, message, of_mentions, take


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say since when it is deprecated, and what to take."""
    identity = judged.identity
    deprecated = identity.deprecated
    if identity.state is State.STDLIB and deprecated and number(deprecated) <= number(page.target):
        fault = f"{judged.mention.written} is deprecated"
        yield message(fault, take(identity), identity.note), first_choice(identity)


RULE = Rule(
    code="TC207",
    level=Level.INFO,
    summary="deprecated in the standard library",
    check=of_mentions(judge),
)
