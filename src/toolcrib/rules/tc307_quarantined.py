"""The index has put the project under quarantine (PEP 792).

It is suspected of being hostile, and cannot be installed while the suspicion lasts.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, message, of_mentions


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say that the project is under quarantine."""
    identity = judged.identity
    if identity.state is State.QUARANTINED:
        fault = f"{judged.mention.written} is quarantined by the index"
        yield message(fault, reason=identity.note), ""


RULE = Rule(
    code="TC307",
    level=Level.ERROR,
    summary="quarantined by the index",
    check=of_mentions(judge),
    asks_index=True,
)
