"""A name of the standard library is written in the wrong case.

`import Random` fails. The case of distributions does not matter, nor do dashes, dots and
underscores in their names (PEP 503).

Where all names are written as those of products, "Tkinter" beside "Matplotlib" and "Pillow", nobody
is misled: there it is but a remark.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Level, Sheet
from toolcrib.model.mention import Sense
from toolcrib.rules.meant import is_other_case
from toolcrib.rules.rule import Problem, Rule, first_choice


def check(page: Sheet) -> Iterator[Problem]:
    """Say how the module is written."""
    for judged in page.judged:
        mention, right = judged.mention, judged.identity.spelling
        if is_other_case(judged, page):
            right = first_choice(judged.identity)
        if right:
            yield Problem(
                line=mention.line,
                column=mention.column,
                end=mention.end,
                message=f"the module {mention.written} is written {right}",
                fix=right,
                level=None if mention.sense is Sense.TYPED else Level.INFO,
            )


RULE = Rule(
    code="TC203",
    level=Level.ERROR,
    summary="name of the standard library in the wrong case",
    check=check,
    repairs=True,
)
