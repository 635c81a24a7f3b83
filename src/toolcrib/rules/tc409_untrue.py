"""An entry says of its module what is known to be untrue.

"email: sending and receiving messages" sends readers to the wrong page of the manual, and "pickle:
safe serialization" into danger. A table holds such statements, each with what holds instead and
where that is written: the documentation of Python or of the project, a PEP, an RFC. That a module
belongs to the standard library, or does not, is known of all.

Only plain statements count. A purpose that denies, compares or names the right module beside it is
left alone, and so is one that several modules share.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Problem, Rule
from toolcrib.rules.untrue import ALL
from toolcrib.rules.untrue.clauses import clauses, matter, opening
from toolcrib.rules.untrue.shelf import is_foreign, is_own
from toolcrib.rules.untrue.statement import Statement

_GLOSS = re.compile(r"[`*_\]]*\s*[(（]([^()（）]{3,60})[)）]")  # noqa: RUF001 -- brackets of several scripts
_LIBRARY = "Python documentation, Library Reference"
_BUNDLED = frozenset({"pypi:pip", "pypi:setuptools", "pypi:wheel"})
"""What an installation of Python may have beside its library (PEP 453)."""


def check(page: Sheet) -> Iterator[Problem]:
    """Compare what each entry says with what is known of its module."""
    shared = Counter((one.mention.line, one.mention.purpose) for one in page.judged)
    for judged in page.judged:
        mention = judged.mention
        alone = shared[mention.line, mention.purpose] == 1
        said = _shelf(judged, page) or (_statement(judged) if alone else "")
        if said:
            yield Problem(line=mention.line, column=mention.column, end=mention.end, message=said)


def _statement(judged: Judged) -> str:
    """Return what holds instead of what is said, and the source."""
    mine = _by_module().get(judged.identity.id or "", ())
    purpose = judged.mention.purpose
    if not mine or not (parts := clauses(purpose)):
        return ""
    text = purpose.casefold()
    matters = [matter(part, first=number == 0) for number, part in enumerate(parts)]
    for one in mine:
        places = parts if one.anywhere else matters
        knows_better = any(name in text for name in one.instead)
        if not knows_better and any(_pattern(one.claim).search(place) for place in places):
            return f"not so: {one.truth} ({one.source})"
    return ""


def _shelf(judged: Judged, page: Sheet) -> str:
    """Return where a module comes from, where its entry says otherwise."""
    mention, identity = judged.mention, judged.identity
    behind = _GLOSS.match(page.lines[mention.line - 1], mention.end - 1)
    remarks = [*([behind[1].strip().casefold()] if behind else ()), *opening(mention.purpose)]
    if identity.state is State.STDLIB and any(map(is_foreign, remarks)):
        return f"not so: {mention.written} is in the standard library ({_LIBRARY})"
    foreign = identity.state is State.DISTRIBUTION and identity.id not in _BUNDLED
    if foreign and identity.id and any(map(is_own, remarks)):
        return f"not so: {mention.written} does not come with Python ({_LIBRARY})"
    return ""


@cache
def _by_module() -> dict[str, tuple[Statement, ...]]:
    found: dict[str, tuple[Statement, ...]] = {}
    for one in ALL:
        for id_ in one.about:
            found[id_] = (*found.get(id_, ()), one)
    return found


@cache
def _pattern(claim: str) -> re.Pattern[str]:
    return re.compile(claim)


RULE = Rule(
    code="TC409",
    level=Level.INFO,
    summary="a statement about the module that is known to be untrue",
    check=check,
)
