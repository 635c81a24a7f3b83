"""The module came into the standard library after the target Python.

Who must run on the target needs a backport, or another module.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.model.version import version_number as number
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say which Python has it."""
    identity = judged.identity
    if identity.state is State.STDLIB and number(identity.since) > number(page.target):
        yield f"{judged.mention.written} is in the standard library from {identity.since} on", ""


RULE = Rule(
    code="TC208",
    level=Level.ERROR,
    summary="newer than the target Python",
    check=of_mentions(judge),
)
