"""The pinned version has known vulnerabilities.

The index tells them, with the versions that mend them. Only pinned versions are judged: whoever
does not pin gets the newest one.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions

_SHOWN = 3


def judge(judged: Judged, _page: Sheet) -> Iterator[tuple[str, str]]:
    """Name the first of them, and how many there are."""
    release = judged.release
    if release and release.vulnerabilities:
        more = len(release.vulnerabilities) - _SHOWN
        shown = "; ".join(release.vulnerabilities[:_SHOWN])
        rest = f"; and {more} more" if more > 0 else ""
        name = judged.mention.written
        yield f"{name} {release.version} has known vulnerabilities: {shown}{rest}", ""


RULE = Rule(
    code="TC305",
    level=Level.ERROR,
    summary="known vulnerabilities in the pinned version",
    check=of_mentions(judge),
    asks_index=True,
)
