"""What stands here is the name of a project or brand.

Readers who know the project will not mind; who wants to install it needs the distribution's name.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.meant import is_typed
from toolcrib.rules.rule import Rule, choices, first_choice, of_mentions

_OTHER = frozenset({State.OTHER_PROJECT, State.PLACEHOLDER})


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say how the distribution is called."""
    identity = judged.identity
    of_product = identity.state in _OTHER and not is_typed(judged, page)
    if identity.state is State.BRAND or (of_product and identity.candidates):
        yield (
            f"{judged.mention.written} is installed as {choices(identity)}",
            first_choice(identity),
        )


RULE = Rule(
    code="TC105",
    level=Level.INFO,
    summary="name of a project or brand",
    check=of_mentions(judge),
)
