"""What stands here is a class, a function or a decorator, not a module.

`dataclass` is the decorator of the module dataclasses, `OrderedDict` a class of collections, and
`print` is there without any import.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, first_choice, of_mentions

_STATES = frozenset({State.STDLIB_ATTRIBUTE, State.BUILTIN})


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say which module it belongs to."""
    if judged.identity.state in _STATES:
        yield judged.identity.note.rstrip("."), first_choice(judged.identity)


RULE = Rule(
    code="TC108",
    level=Level.WARNING,
    summary="class, function or decorator written as a module",
    check=of_mentions(judge),
)
