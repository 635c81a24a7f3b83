"""The distribution was renamed, merged into another one, or superseded by its own authors.

The old name still installs something old. The successor is named, and the day on which this was
looked up last.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, first_choice, message, of_mentions, take


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say what the distribution is called now."""
    identity = judged.identity
    if identity.state is State.RENAMED:
        dated = f" (as of {identity.as_of})" if identity.as_of else ""
        fault = f"{judged.mention.written} is an old name{dated}"
        yield message(fault, take(identity), identity.note), first_choice(identity)


RULE = Rule(
    code="TC301",
    level=Level.WARNING,
    summary="renamed, merged or superseded",
    check=of_mentions(judge),
    repairs=True,
)
