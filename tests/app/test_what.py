"""What a name is, from the active catalogs and, if allowed, the index."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import named
from toolcrib.app import names as app_names
from toolcrib.app.bundle import open_bundle
from toolcrib.app.names import ask, knowledge
from toolcrib.app.settings import Setting
from toolcrib.app.what import what
from toolcrib.identify.identify import locate
from toolcrib.model.identity import State
from toolcrib.net import index as net_index
from toolcrib.net.index import Answers
from toolcrib.net.settings import IndexSettings


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """Answer as the index of the tests; return the names that it is asked for."""
    questions: list[str] = []

    def answer(names: Iterable[str], *_: object) -> Answers:
        questions.extend(names)
        return Answers(
            published={named.lookup(name).name: named.lookup(name) for name in questions},
            failed={"down": "the index did not answer"},
        )

    monkeypatch.setattr(net_index, "ask_index", answer)
    monkeypatch.setattr(
        "toolcrib.app.settings.index_settings", lambda: Setting(IndexSettings(cache=tmp_path))
    )
    monkeypatch.setattr(app_names, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(
        "toolcrib.app.what.knowledge", lambda target, _: named.world(target or "3.13")
    )
    return questions


def test_offline_nothing_is_asked(index: list[str]):
    """What the tables do not know is not looked up, and not called unknown."""
    answer = what(["json", "zxqvwk"])
    assert [identity.state for identity in answer.identities] == [
        State.STDLIB,
        State.NOT_LOOKED_UP,
    ]
    assert index == []


@pytest.mark.usefixtures("index")
def test_offline_a_slip_leads_to_near_names():
    """What was not looked up may be misspelt; what is known needs no such help."""
    slip, right = what(["reqeusts", "yaml"]).identities
    assert (slip.state, slip.candidates[0]) == (State.NOT_LOOKED_UP, "pypi:requests")
    assert right.candidates == ("pypi:pyyaml",)


def test_online_only_projects_are_asked_for(index: list[str]):
    """What the tables leave open, then the state of what exists; the standard library never."""
    answer = what(["json", "PyYAML", "zxqvwk", "grablib"], online=True)
    assert index[:2] == ["grablib", "zxqvwk"]
    assert sorted(index[2:]) == ["PyYAML", "grablib"]
    assert [identity.state for identity in answer.identities] == [
        *(State.STDLIB, State.DISTRIBUTION, State.UNKNOWN, State.DISTRIBUTION)
    ]


@pytest.mark.usefixtures("index")
def test_a_name_is_answered_once():
    """Whoever asks twice gets one answer, in the order of the questions."""
    assert [i.name for i in what(["re", "os", "re"]).identities] == ["re", "os"]


@pytest.mark.usefixtures("index")
def test_a_question_without_answer_has_its_reason():
    """The reason is kept by the name as it was written."""
    assert ask(["Down"], named.world()).failed == {"Down": "the index did not answer"}


def test_every_trap_answers():
    """No other table stands before a trap of the catalog: what it says is what is said."""
    known = knowledge()
    answers = {name: locate(name, known) for name in known.traps}
    assert answers
    assert [name for name, a in answers.items() if a is None or a.source != "traps"] == []


def test_a_class_leads_to_the_distributions_that_have_it():
    """What is no name of a module is looked for in what was read from modules as installed."""
    with open_bundle() as bundle:
        (found, other) = what(["DataFrame", "zzqqyy"], bundle=bundle).identities
    assert found.state is State.ATTRIBUTE
    assert found.candidates[:2] == ("pypi:pandas", "pypi:polars")
    assert (other.state, other.candidates) == (State.NOT_LOOKED_UP, ())
