"""What stands here is the name over many distributions.

There is nothing to install under it, or nothing current: its parts are distributions of their own.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, message, of_mentions, only_choice, take


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say which parts to install."""
    identity = judged.identity
    if identity.state is State.UMBRELLA:
        fault = f"{judged.mention.written} is a name over several distributions"
        yield message(fault, take(identity), identity.note), only_choice(identity)


RULE = Rule(
    code="TC107",
    level=Level.WARNING,
    summary="umbrella name, nothing current to install",
    check=of_mentions(judge),
)
