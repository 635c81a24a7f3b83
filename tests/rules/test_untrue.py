"""The table of untrue statements: each is found, and what is true is left alone."""

from pathlib import Path

import pytest

from toolcrib.app.bundle import open_bundle
from toolcrib.model.finding import Judged, Sheet
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Mention
from toolcrib.model.module import ModuleId
from toolcrib.rules.tc409_untrue import RULE
from toolcrib.rules.untrue import ALL
from toolcrib.rules.untrue.statement import Statement

ROWS = [
    tuple(part.strip() for part in line.split(" | "))
    for line in Path(__file__).with_name("statements.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def judged(id_: str, purpose: str, line: int = 1) -> Judged:
    """Return an entry whose name is its whole line."""
    name = id_.partition(":")[2]
    state = State.STDLIB if id_.startswith("std:") else State.DISTRIBUTION
    mention = Mention(path="x", line=line, column=1, text=name, written=name, purpose=purpose)
    return Judged(mention=mention, identity=Identity(name=name, state=state, id=ModuleId(id_)))


def messages(*entries: Judged, line: str = "") -> list[str]:
    """Return what the rule says of entries that stand on one line."""
    page = Sheet(path="x", lines=(line,), target="3.13", today="2026-11-20", judged=entries)
    return [problem.message for problem in RULE.check(page)]


@pytest.mark.parametrize(("id_", "untrue", "_true"), ROWS)
def test_what_is_untrue_is_found(id_: str, untrue: str, _true: str):
    """In the languages of lists, as people write it."""
    assert messages(judged(id_, untrue))


@pytest.mark.parametrize(("id_", "_untrue", "true"), ROWS)
def test_what_is_true_is_left_alone(id_: str, _untrue: str, true: str):
    """Though it uses the same words."""
    assert messages(judged(id_, true)) == []


@pytest.mark.parametrize("statement", ALL, ids=lambda one: one.truth)
def test_every_statement_has_a_case_and_a_source(statement: Statement):
    """What holds instead is said in its own words, with where it is written."""
    said = [m for id_, untrue, _ in ROWS for m in messages(judged(id_, untrue))]
    assert any(f"{statement.truth} ({statement.source})" in message for message in said)
    assert statement.about
    assert statement.source[0].isupper() or statement.source.startswith("documentation of ")


def test_a_remark_behind_the_name_counts():
    """It stands in brackets, and says one thing."""
    entry = judged("std:sched", "Run jobs later")
    assert messages(entry, line="sched (third-party): run jobs later")
    assert messages(entry, line="sched (like third-party schedule): run jobs later") == []
    own = judged("pypi:requests", "HTTP")
    assert messages(own, line="requests (standard library)")
    assert messages(judged("pypi:pip", "Part of the standard library")) == []


def test_a_purpose_of_several_modules_is_left_alone():
    """Who says it of two together may be right."""
    purpose = "Sending and receiving email messages"
    pair = (judged("std:email", purpose), judged("std:smtplib", purpose))
    assert messages(*pair) == []


def test_the_catalog_says_nothing_untrue():
    """Its purposes were written with care, in English and in French."""
    with open_bundle() as bundle:
        modules, french = bundle.modules(), bundle.translations("fr")
    said = [
        (module.id, text)
        for module in modules
        for text in (module.purpose, french.get(module.purpose, ""), *module.use_cases)
    ]
    assert len(said) > 1000
    assert [
        (id_, text, found) for id_, text in said if (found := messages(judged(id_, text)))
    ] == []
