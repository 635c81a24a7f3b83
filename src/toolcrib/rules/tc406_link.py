"""The link leads to another project than the name.

Whoever follows it reads the documentation of one thing and installs another: a line was copied and
only half of it changed, or a project of nearly the same name was taken. The link is compared with
the pages that the project of the name calls its own, as the index tells; off-line with the name
alone. A repository that may have moved, a fork, or another one of the same people is left alone.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say where the link leads."""
    if judged.leads_to:
        written = judged.mention.written
        yield f"the link of {written} leads to {judged.leads_to}, which is another project", ""


RULE = Rule(
    code="TC406",
    level=Level.WARNING,
    summary="the link leads to another project than the name",
    check=of_mentions(judge),
)
