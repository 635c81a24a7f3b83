"""A name of the standard library is written in the wrong case.

`import Random` fails. The case of distributions does not matter, nor do dashes, dots and
underscores in their names (PEP 503).
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Rule, of_mentions


def judge(judged: Judged, _: Sheet) -> Iterator[tuple[str, str]]:
    """Say how the module is written."""
    written, right = judged.mention.written, judged.identity.spelling
    if right:
        yield f"the module {written} is written {right}", right


RULE = Rule(
    code="TC203",
    level=Level.ERROR,
    summary="name of the standard library in the wrong case",
    check=of_mentions(judge),
    repairs=True,
)
