"""What `finished` asks for, each condition by itself."""

import pytest

from toolcrib.model.fact import IndexFact, Unfinished, why_unfinished, years_before
from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Proof, Word
from toolcrib.model.task import Solution

ID = ModuleId("pypi:pyyaml")
FACT = {"module": ID, "as_of": "2026-11-21", "released": "2024-11-20", "vulnerabilities": ()}
PROVEN = {"word": Word.PROVEN, "on": ("3.14", "3.15")}


def why(fact: dict[str, object], proof: dict[str, object], **solution: object) -> Unfinished | None:
    """Judge a distribution with one program, on a day when 3.15 is the newest Python."""
    program = Solution(module=ID, file="with_pyyaml.py", code="", **solution)
    made = IndexFact(**{**FACT, **fact})
    return why_unfinished(made, [(program, Proof(**{**PROVEN, **proof}))], "3.15")


def test_what_rests_and_works_is_finished():
    """No release for two years, proven on the newest Python, nothing known against it."""
    assert why({}, {}) is None


@pytest.mark.parametrize(
    ("fact", "proof", "reason"),
    [
        ({"status": "archived"}, {}, Unfinished.NOT_ACTIVE),
        ({"notice": "This package is deprecated."}, {}, Unfinished.DEPRECATED),
        ({"vulnerabilities": ("CVE-1",)}, {}, Unfinished.VULNERABLE),
        ({"vulnerabilities": None}, {}, Unfinished.UNTOLD),
        ({"released": "2024-11-21"}, {}, Unfinished.RELEASED),
        ({"released": ""}, {}, Unfinished.RELEASED),
        ({}, {"on": ("3.14",)}, Unfinished.UNPROVEN),
        ({}, {"word": Word.RAN}, Unfinished.UNPROVEN),
        ({}, {"emulators": ("moto",)}, Unfinished.UNPROVEN),
    ],
)
def test_each_condition_counts(
    fact: dict[str, object], proof: dict[str, object], reason: Unfinished
):
    """One that is not met is the reason."""
    assert why(fact, proof) is reason


def test_an_override_is_no_proof():
    """What works only with another distribution in its place is not finished."""
    assert why({}, {}, overrides=("dlib-bin",)) is Unfinished.UNPROVEN


def test_years_are_those_of_the_calendar():
    """Days compare as text, that of a leap year too."""
    before = years_before("2028-02-29", 2)
    assert "2026-02-28" < before < "2026-03-01"
