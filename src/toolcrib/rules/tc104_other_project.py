"""A distribution of this name exists, but it is not what is meant.

It is a stub, a placeholder, or somebody else's project: that a name can be installed proves
nothing. Half of the well-known import names that differ from their distribution are the name of
another distribution.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, first_choice, message, of_mentions, take

_OTHER = frozenset({State.OTHER_PROJECT, State.PLACEHOLDER})


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say that installing this name gets something else."""
    identity, written = judged.identity, judged.mention.written
    if identity.state not in _OTHER and not identity.namesake:
        return
    fault = f"the distribution {identity.namesake or written} is not what is meant"
    yield message(fault, take(identity), identity.note), first_choice(identity)


RULE = Rule(
    code="TC104",
    level=Level.ERROR,
    summary="a distribution of that name is another project, or a stub",
    check=of_mentions(judge),
)
