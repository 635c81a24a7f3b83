"""The module is listed twice.

Names that mean the same module count as one: `yaml` and `PyYAML`. An overview above and a section
for each module below are two forms of one list, and no repetition.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say where the module stands first."""
    if judged.first:
        yield f"{judged.mention.written} is listed before, in line {judged.first.line}", ""


RULE = Rule(code="TC401", level=Level.WARNING, summary="listed twice", check=of_mentions(judge))
