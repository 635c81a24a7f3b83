"""The rules: one file each, whose docstring is the rule's page."""

from collections.abc import Iterator

from toolcrib.model.finding import Finding, Sheet
from toolcrib.rules import (
    tc101_not_found,
    tc102_misspelt,
    tc103_import_name,
    tc104_other_project,
    tc105_brand,
    tc106_not_python,
    tc107_umbrella,
    tc108_attribute,
    tc201_removed,
    tc202_python2,
    tc203_case,
    tc207_deprecated,
    tc208_too_new,
    tc301_renamed,
    tc302_quiet,
    tc303_no_files,
    tc307_quarantined,
    tc401_twice,
    tc407_misdecoded,
    tc408_stray,
    tc501_example_failed,
)
from toolcrib.rules.rule import Problem, Rule

_FILES = (
    tc101_not_found,
    tc102_misspelt,
    tc103_import_name,
    tc104_other_project,
    tc105_brand,
    tc106_not_python,
    tc107_umbrella,
    tc108_attribute,
    tc201_removed,
    tc202_python2,
    tc203_case,
    tc207_deprecated,
    tc208_too_new,
    tc301_renamed,
    tc302_quiet,
    tc303_no_files,
    tc307_quarantined,
    tc401_twice,
    tc407_misdecoded,
    tc408_stray,
    tc501_example_failed,
)

ALL: tuple[Rule, ...] = tuple(file.RULE for file in _FILES)
"""All rules by code."""

PAGES = {file.RULE.code: (file.__doc__ or "").strip() for file in _FILES}
"""The page of each rule."""

SILENCES = {
    # It names the right module, and says itself that the namesake is another project.
    "TC106": frozenset({"TC104"}),
    # A name of another Python in another case: which Python is the fault.
    "TC201": frozenset({"TC203"}),
    "TC202": frozenset({"TC203"}),
}
"""Which rule, broken at a place, silences which others there."""


def findings(page: Sheet) -> tuple[Finding, ...]:
    """Return what the rules find on a page, in the order of its text."""
    broken = [(rule, problem) for rule in ALL for problem in rule.check(page)]
    silent = {
        (code, problem.line, problem.column)
        for rule, problem in broken
        for code in SILENCES.get(rule.code, ())
    }
    return tuple(sorted(_spoken(page, broken, silent), key=_place))


def _spoken(
    page: Sheet, broken: list[tuple[Rule, Problem]], silent: set[tuple[str, int, int]]
) -> Iterator[Finding]:
    for rule, problem in broken:
        if (rule.code, problem.line, problem.column) not in silent:
            yield Finding(
                code=rule.code,
                level=rule.level,
                path=page.path,
                line=problem.line,
                column=problem.column,
                end=problem.end,
                message=problem.message,
                fix=problem.fix,
            )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.line, finding.column, finding.code
