"""The module is one of Python 2.

PEP 3108 renamed, merged or dropped it; no Python 3 has it under this name.

"Tkinter" beside "NumPy" and "Matplotlib" is no such name but tkinter, written as they are: that is
TC203. A text that is about Python 2, or names other modules of it, means the old one.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.meant import is_other_case
from toolcrib.rules.rule import Rule, first_choice, message, of_mentions, take


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say what Python 3 has in its place."""
    identity = judged.identity
    if identity.state is State.PYTHON2 and not is_other_case(judged, page):
        fault = f"{judged.mention.written} is a module of Python 2"
        yield message(fault, take(identity), identity.note), first_choice(identity)


RULE = Rule(
    code="TC202",
    level=Level.ERROR,
    summary="name of Python 2",
    check=of_mentions(judge),
    repairs=True,
)
