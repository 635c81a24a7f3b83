"""The name is no module's.

Neither the standard library of any Python since 2.7 nor the package index has it, and no near name
suggests itself. Models that write lists invent such names, and strangers register them: installing
one by guess is how foreign code gets into a project. Among names of products, one with a capital
may be a product itself; there this is a warning.

Offline this is never said: a name that nobody was asked for is not looked up, not missing.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.meant import unless_product
from toolcrib.rules.rule import Rule, has_address, of_mentions


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say that nothing has this name."""
    identity = judged.identity
    if has_address(judged, page):
        return
    if identity.state is State.UNKNOWN and not identity.candidates and not identity.note:
        yield f"no module and no distribution is called {judged.mention.written}", ""


RULE = Rule(
    code="TC101",
    level=Level.ERROR,
    summary="neither a standard-library module nor a distribution",
    check=of_mentions(judge, unless_product),
    asks_index=True,
)
