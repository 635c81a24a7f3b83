"""What is known of a module as a whole: by the package index, by its runs, by measurements."""

from collections.abc import Iterable
from enum import StrEnum

from toolcrib.model.measurement import Figure
from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Proof, Word
from toolcrib.model.task import Solution
from toolcrib.model.value import Value

RESTING_YEARS = 2
"""So long without a release is what `finished` asks for."""


class Unfinished(StrEnum):
    """Why a distribution is not finished; the last one says why nobody knows."""

    NOT_ACTIVE = "the index marks it as no longer active"
    DEPRECATED = "it is deprecated by its own words"
    VULNERABLE = "it has known vulnerabilities"
    RELEASED = "it had a release in the last two years"
    UNPROVEN = "it is not proven on the newest Python"
    UNTOLD = "the index does not tell of vulnerabilities"


class IndexFact(Value, frozen=True, kw_only=True, omit_defaults=True):
    """What the package index said of a distribution on the day `as_of`.

    `newest` is the newest version that is finished and not yanked, `released` the day of the newest
    file of any. `license` and `notice` are from the distribution's own metadata: the latter is what
    it says of its own end, as deprecated, renamed or inactive. `status` is the marker of PEP 792
    where it is not active. `vulnerabilities` are those of `newest`; None where the index does not
    tell.
    """

    module: ModuleId
    as_of: str
    newest: str = ""
    released: str = ""
    license: str = ""
    requires_python: str = ""
    status: str = ""
    notice: str = ""
    vulnerabilities: tuple[str, ...] | None = None


class Facts(Value, frozen=True, kw_only=True, omit_defaults=True):
    """A module in figures: sizes and memory in bytes, times in microseconds.

    `pythons` are those on which any program with it is proven. `distributions` and `installed_size`
    are of its leanest program, over all Pythons; `peak_memory` reaches from its least program to
    its most; `import_time` is its newest measurement. `finished` is None where
    that is not known; `unfinished` says why it is not, or why it is not known.
    """

    module: ModuleId
    pythons: tuple[str, ...] = ()
    distributions: Figure | None = None
    installed_size: Figure | None = None
    peak_memory: Figure | None = None
    import_time: Figure | None = None
    index: IndexFact | None = None
    finished: bool | None = None
    unfinished: Unfinished | None = None


def why_unfinished(
    fact: IndexFact, programs: Iterable[tuple[Solution, Proof]], newest_python: str
) -> Unfinished | None:
    """Return why a distribution is not finished, or not known to be; None where it is.

    Finished is what had no release for two years, is proven on the newest CPython without overrides
    and without an emulator, has no known vulnerability, and is neither archived nor deprecated by
    its own words.

    Args:
        fact: What the index said.
        programs: All programs with the distribution, each with what is known of it by execution.
        newest_python: The newest CPython, as X.Y.
    """
    if fact.status:
        return Unfinished.NOT_ACTIVE
    if fact.notice:
        return Unfinished.DEPRECATED
    if fact.vulnerabilities:
        return Unfinished.VULNERABLE
    if not fact.released or fact.released >= years_before(fact.as_of, RESTING_YEARS):
        return Unfinished.RELEASED
    if not any(_stands(solution, proof, newest_python) for solution, proof in programs):
        return Unfinished.UNPROVEN
    return Unfinished.UNTOLD if fact.vulnerabilities is None else None


def _stands(solution: Solution, proof: Proof, python: str) -> bool:
    proven = proof.word is Word.PROVEN and python in proof.on
    return proven and not (solution.overrides or proof.emulators)


def years_before(day: str, years: int) -> str:
    """Return the same day (YYYY-MM-DD) of an earlier year, to be compared as text."""
    return f"{int(day[:4]) - years:04}{day[4:]}"
