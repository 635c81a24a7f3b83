"""The module was removed from the standard library at or before the target Python.

`import imp` fails from Python 3.12 on, and PEP 594 took nineteen more modules out of 3.13. Beware
of the obvious mend: many of the old names are live distributions of somebody else.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, first_choice, message, of_mentions, take


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say since when it is gone, and what took its place."""
    identity = judged.identity
    if identity.state is State.STDLIB_REMOVED:
        fault = f"{judged.mention.written} is no longer in the standard library"
        yield message(fault, take(identity), identity.note), first_choice(identity)


RULE = Rule(
    code="TC201",
    level=Level.ERROR,
    summary="removed from the standard library",
    check=of_mentions(judge),
)
