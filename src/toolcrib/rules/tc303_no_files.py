"""The name is registered, but there is nothing to install.

The project has no files, or all of them are yanked (PEP 592).
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.meant import unless_product
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say that there is nothing."""
    if judged.identity.state is State.NO_FILES:
        note = judged.identity.note
        yield f"nothing can be installed under {judged.mention.written}: {note}", ""


RULE = Rule(
    code="TC303",
    level=Level.ERROR,
    summary="registered, but nothing to install",
    check=of_mentions(judge, unless_product),
    asks_index=True,
)
