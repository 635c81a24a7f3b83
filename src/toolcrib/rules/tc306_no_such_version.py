"""The pinned version does not exist, or was withdrawn.

A version that was never released cannot be installed. One that was withdrawn (yanked, PEP 592) is
installed only by those who pin it, and its authors have a reason against that.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, _page: Sheet) -> Iterator[tuple[str, str]]:
    """Say which of the two it is."""
    release = judged.release
    if release is None:
        return
    name = f"{judged.mention.written} {release.version}"
    if not release.exists:
        yield f"there is no {name}, as of {release.as_of}", ""
    elif release.withdrawn:
        yield f"{name} was withdrawn by its authors", ""


RULE = Rule(
    code="TC306",
    level=Level.ERROR,
    summary="pinned version that does not exist or was withdrawn",
    check=of_mentions(judge),
    asks_index=True,
)
