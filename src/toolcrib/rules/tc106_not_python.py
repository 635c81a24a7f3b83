"""What stands here is no Python module.

It is a program, a service, a language or a package of the operating system. Python reaches it
through a module, which is named where there is one. If the index has a distribution of the same
name all the same, that is somebody else's.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.model.mention import Sense
from toolcrib.rules.rule import Rule, message, of_mentions, only_choice, take


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say which module to take for it."""
    identity, written = judged.identity, judged.mention.written
    if identity.state is not State.PROGRAM or judged.mention.sense is not Sense.TYPED:
        return
    other = f" The distribution {identity.namesake} is another project." * bool(identity.namesake)
    said = message(f"{written} is no Python module", take(identity), identity.note + other)
    yield said, only_choice(identity)


RULE = Rule(
    code="TC106",
    level=Level.ERROR,
    summary="not a Python module",
    check=of_mentions(judge),
)
