"""The rules: one file each, whose docstring is the rule's page."""

from collections.abc import Mapping

from msgspec import structs

from toolcrib.model.finding import Finding, Ignore, Level, Sheet
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
    tc204_wrong_shelf,
    tc205_backport,
    tc206_one_platform,
    tc207_deprecated,
    tc208_too_new,
    tc301_renamed,
    tc302_quiet,
    tc303_no_files,
    tc304_other_python,
    tc305_vulnerable,
    tc306_no_such_version,
    tc307_quarantined,
    tc308_same_import,
    tc401_twice,
    tc402_no_purpose,
    tc404_idle_example,
    tc405_heading,
    tc406_link,
    tc407_misdecoded,
    tc408_stray,
    tc409_untrue,
    tc501_example_failed,
    tc901_unused_ignore,
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
    tc204_wrong_shelf,
    tc205_backport,
    tc206_one_platform,
    tc207_deprecated,
    tc208_too_new,
    tc301_renamed,
    tc302_quiet,
    tc303_no_files,
    tc304_other_python,
    tc305_vulnerable,
    tc306_no_such_version,
    tc307_quarantined,
    tc308_same_import,
    tc401_twice,
    tc402_no_purpose,
    tc404_idle_example,
    tc405_heading,
    tc406_link,
    tc407_misdecoded,
    tc408_stray,
    tc409_untrue,
    tc501_example_failed,
    tc901_unused_ignore,
)

ALL: tuple[Rule, ...] = tuple(file.RULE for file in _FILES)
"""All rules by code."""

PAGES = {file.RULE.code: (file.__doc__ or "").strip() for file in _FILES}
"""The page of each rule."""

SILENCES = {
    # The link may be what shows it.
    "TC104": frozenset({"TC406"}),
    # It names the right module, and says itself that the namesake is another project.
    "TC106": frozenset({"TC104"}),
    # A name of another Python in another case: which Python is the fault.
    "TC201": frozenset({"TC203"}),
    "TC202": frozenset({"TC203"}),
}
"""Which rule, broken at a place, silences which others there."""


Levels = Mapping[str, Level | None]
"""For some rules another level than their own; None keeps a rule silent."""


_OWN: Levels = {}


def findings(
    page: Sheet, ignores: tuple[Ignore, ...] = (), levels: Levels = _OWN, *, online: bool = True
) -> tuple[Finding, ...]:
    """Return what the rules find on a page, in the order of its text.

    Args:
        page: The text and what was made of it.
        ignores: Its comments that keep rules from speaking of a line.
        levels: Other levels for some rules.
        online: Whether the index was asked; off-line some rules cannot tell that all is well.
    """
    broken = _broken(page)
    told = [(rule, problem) for rule, problem in broken if not _is_ignored(rule, problem, ignores)]
    unused = _unused(broken, ignores, online=online)
    told += [
        (tc901_unused_ignore.RULE, problem)
        for problem in tc901_unused_ignore.RULE.check(structs.replace(page, unused=unused))
    ]
    found = (_finding(page, rule, problem, levels) for rule, problem in told)
    return tuple(sorted(filter(None, found), key=_place))


def _broken(page: Sheet) -> list[tuple[Rule, Problem]]:
    """Return what is broken, without what another rule says better at the same place."""
    broken = [(rule, problem) for rule in ALL for problem in rule.check(page)]
    silent = {
        (code, problem.line, problem.column)
        for rule, problem in broken
        for code in SILENCES.get(rule.code, ())
    }
    return [
        (rule, problem)
        for rule, problem in broken
        if (rule.code, problem.line, problem.column) not in silent
    ]


def _is_ignored(rule: Rule, problem: Problem, ignores: tuple[Ignore, ...]) -> bool:
    return any(one.of_line == problem.line and rule.code in one.codes for one in ignores)


def _unused(
    broken: list[tuple[Rule, Problem]], ignores: tuple[Ignore, ...], *, online: bool
) -> tuple[Ignore, ...]:
    """Return the comments that matched nothing, each with those of its codes that did not."""
    found = {(problem.line, rule.code) for rule, problem in broken}
    open_ = set() if online else {rule.code for rule in ALL if rule.asks_index}
    left = []
    for one in ignores:
        codes = tuple(c for c in one.codes if (one.of_line, c) not in found and c not in open_)
        if codes or not one.codes:
            left.append(structs.replace(one, codes=codes))
    return tuple(left)


def _finding(page: Sheet, rule: Rule, problem: Problem, levels: Levels) -> Finding | None:
    level = levels.get(rule.code, (problem.level or rule.level) if rule.is_on else None)
    if level is None:
        return None
    return Finding(
        code=rule.code,
        level=level,
        path=page.path,
        line=problem.line,
        column=problem.column,
        end=problem.end,
        message=problem.message,
        fix=problem.fix,
    )


def _place(finding: Finding) -> tuple[int, int, str]:
    return finding.line, finding.column, finding.code
