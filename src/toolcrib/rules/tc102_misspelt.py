"""The name is misspelt.

Nothing has this name, but a module that exists has nearly the same one. A misspelt name is worse
than a missing one: names one slip away from a popular one are where hostile packages wait.

The fix is the near name. It is only ever a name of the standard library, of the catalog, or one
that lists use often; not the nearest of half a million. Among names of products, one with a capital
may be a product that is no module; there this is a warning, and nothing is repaired.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.meant import is_product, unless_product
from toolcrib.rules.rule import Rule, choices, first_choice, has_address, message, of_mentions


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say what the name may have meant."""
    identity, written = judged.identity, judged.mention.written
    if identity.state is not State.UNKNOWN or has_address(judged, page):
        return
    if identity.candidates:
        yield (
            f"nothing is called {written}; {choices(identity)} may be meant",
            "" if is_product(judged) else first_choice(identity),
        )
    elif identity.note:
        yield message(f"nothing is called {written}", reason=identity.note), ""


RULE = Rule(
    code="TC102",
    level=Level.ERROR,
    summary="misspelt name",
    check=of_mentions(judge, unless_product),
    asks_index=True,
    repairs=True,
)
