"""The distribution does not support the Python that is judged for.

Its newest version, or the one that is pinned here, says so itself (Requires-Python). Installers
then fall back to an older version without a word, or fail. The Python is that of `--target`, else
the newest.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say what it needs."""
    release = judged.release
    if release and release.unsupported:
        name = judged.mention.written
        needs = f"{name} {release.version} needs Python {release.unsupported}"
        yield f"{needs}, and this is judged for {page.target}", ""


RULE = Rule(
    code="TC304",
    level=Level.WARNING,
    summary="does not support the target Python",
    check=of_mentions(judge),
    asks_index=True,
)
