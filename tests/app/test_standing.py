"""How alive distributions are: by the index, and by what verification says of the quiet ones."""

import pytest

import named
from toolcrib.app import standing
from toolcrib.app.standing import projects, proofs_of, standings
from toolcrib.identify.identify import identify
from toolcrib.model.finding import Standing
from toolcrib.model.proof import Proof, Word
from toolcrib.model.published import Published


def test_projects_are_the_distributions_behind_names():
    """Of an import name the distribution; the standard library and programs have none."""
    names = ("yaml", "PyYAML", "os", "json", "docker-py", "postgresql", "zxqvwk")
    assert projects(names, named.world()) == ("pyyaml", "docker-py")


def test_the_standing_of_quiet_ones_has_its_proofs(monkeypatch: pytest.MonkeyPatch):
    """What passes with one solution is no failure; proofs of the others are not asked for."""
    asked: list[str] = []

    def proofs(names: list[str]) -> dict[str, tuple[Proof, ...]]:
        asked.extend(names)
        return {
            "pyyaml": (
                Proof(word=Word.RAN, on=("3.11", "3.12")),
                Proof(word=Word.PROVEN, on=("3.12",), fails_on=("3.13",)),
                Proof(word=Word.FAILS, on=("3.11", "3.14")),
            )
        }

    monkeypatch.setattr(standing, "proofs_of", proofs)
    known = named.world()
    found = standings(
        [identify(name, known, named.lookup) for name in ("yaml", "grablib", "os", "quiet")],
        named.lookup,
    )
    assert asked == ["pyyaml", "quiet"]
    assert found["grablib"] == Standing(released="2026-01-01", as_of=named.TODAY)
    assert found["pyyaml"] == Standing(
        released="2019-03-01",
        as_of=named.TODAY,
        proven_on=("3.12",),
        ran_on=("3.11",),
        fails_on=("3.13", "3.14"),
    )
    assert found["quiet"].proven_on == ()


def test_a_list_of_names_tells_no_age():
    """That a project exists says nothing of its releases."""
    listed = Published(name="pyyaml", exists=True, as_of=named.TODAY, listed=True)
    yaml = identify("PyYAML", named.world())
    assert standings([yaml], lambda _: listed) == {}
    assert standings([yaml], lambda _: None) == {}


def test_proofs_come_from_the_bundle():
    """All solutions with a module count."""
    found = proofs_of(["pyyaml", "no-such-module"])
    assert len(found["pyyaml"]) > 1
    assert found["no-such-module"] == ()
