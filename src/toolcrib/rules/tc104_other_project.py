"""A distribution of this name exists, but it is not what is meant.

It is a stub, a placeholder, or somebody else's project: that a name can be installed proves
nothing. Half of the well-known import names that differ from their distribution are the name of
another distribution.

Names that many people confuse are in a table. Of other names the index is asked, and what the text
says is weighed against what the project says of itself: where the link leads, what the example
imports, what the purpose is, whether there is anything in the distribution. It counts only where
the project of the name does not fit and another one of nearly that name does.

Where names are written as those of products ("Whisper" beside "Flask" and "NumPy"), or the text
itself installs the right one, the name is not what somebody types who follows it: then TC103 and
TC105 say what to install. It is a warning where the name is what one imports of the project that is
meant, as TC103 says of it, and the text does not install or require it under that name.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.meant import is_typed, unless_import_name
from toolcrib.rules.rule import Rule, first_choice, has_address, message, of_mentions, take

_OTHER = frozenset({State.OTHER_PROJECT, State.PLACEHOLDER})


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say that installing this name gets something else."""
    identity, written = judged.identity, judged.mention.written
    of_index = identity.state in _OTHER or identity.namesake
    if not of_index or has_address(judged, page) or not is_typed(judged, page):
        return
    fault = f"pip install {identity.namesake or written} gets another distribution than is meant"
    note = identity.note
    reason = f"The {note.removeprefix('the ')}" if note.startswith("the ") else note
    yield message(fault, take(identity), reason), first_choice(identity)


RULE = Rule(
    code="TC104",
    level=Level.ERROR,
    summary="a distribution of that name is another project, or a stub",
    check=of_mentions(judge, unless_import_name),
)
