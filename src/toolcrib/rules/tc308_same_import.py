"""Two distributions that are to be installed bring the same import name.

Both write the same files: which of them one imports depends on the order in which they were
installed, and removing one breaks the other. `opencv-python` and `opencv-python-headless` are such
a pair. Only lists of requirements are judged: elsewhere the two are often offered as a choice.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.rules.rule import Problem, Rule


def check(page: Sheet) -> Iterator[Problem]:
    """Name the second of each pair, with the first."""
    first: dict[str, Judged] = {}
    for judged in page.judged:
        mention = judged.mention
        if mention.form != "requirement" or not judged.name:
            continue
        for name in judged.identity.imports:
            before = first.setdefault(name, judged)
            if before.name != judged.name:
                other = before.mention
                yield Problem(
                    line=mention.line,
                    column=mention.column,
                    end=mention.end,
                    message=f"{mention.written} and {other.written} (line {other.line}) both "
                    f"install {name}; keep one of them",
                )
                break


RULE = Rule(
    code="TC308",
    level=Level.ERROR,
    summary="two distributions that install the same import name",
    check=check,
)
