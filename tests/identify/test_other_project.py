"""Another project than is meant: said only where both of them show it."""

import pytest
from msgspec.structs import replace

from named import published
from toolcrib.identify.other_project import (
    Dossier,
    Said,
    as_other,
    other_project,
    suspects,
)
from toolcrib.model.identity import Identity, State
from toolcrib.model.published import Contents, Kind, Told


def dossier(name: str, *imports: str, **more: object) -> Dossier:
    """Return what is known of a project with three versions."""
    kind = Kind.MODULES if imports else Kind.METADATA
    facts = {"version": "1.0", "kind": kind, "told": Told.FILES, "imports": imports, **more}
    return Dossier(
        published=published(name, versions=("1.0", "0.9", "0.8")), contents=Contents(**facts)
    )


MAPS = dossier(
    "gridpath",
    "gridpath",
    summary="Draws hexagonal maps of board games.",
    links=("https://github.com/harald/hexes",),
)
TABLES = dossier(
    "python-gridpath",
    "gridpath",
    summary="Shortest routes through weighted tables of cells.",
    links=("https://github.com/routes/python-gridpath",),
)
MEANT = "pypi:python-gridpath"


def meant(said: Said, own: Dossier = MAPS, other: Dossier = TABLES) -> str:
    """Return what is meant, or nothing."""
    found = other_project(said, own, [other])
    return found.meant if found else ""


@pytest.mark.parametrize(
    "said",
    [
        Said(name="gridpath", link="https://github.com/routes/python-gridpath#install"),
        Said(name="gridpath", link="https://routes.github.io/python-gridpath/"),
        Said(name="gridpath", purpose="finds the shortest route in a table"),
        Said(name="gridpath", link="https://pypi.org/project/python-gridpath/"),
    ],
)
def test_what_fits_the_other_one_alone_tells(said: Said):
    """Its repository, its page of the index, the words of its summary."""
    assert meant(said) == MEANT


@pytest.mark.parametrize(
    "said",
    [
        Said(name="gridpath"),
        Said(name="gridpath", link="https://github.com/harald/hexes"),
        Said(name="gridpath", link="https://github.com/someone/else"),
        Said(name="gridpath", link="https://gridpath.example"),
        Said(name="gridpath", purpose="maps of board games, or routes through tables"),
        Said(name="gridpath", purpose="routes"),
        Said(name="gridpath", purpose="plus courts chemins dans une grille"),
        Said(name="gridpath", purpose="gridpath for Python is a library"),
    ],
)
def test_what_does_not_tell_them_apart_says_nothing(said: Said):
    """No signal, the project's own link, a stranger's, one shared word, another language."""
    assert meant(said) == ""


def test_examples_tell_by_what_they_import():
    """In the other one's wheel and not in this one's; a guess from an sdist is no proof."""
    hexes = dossier("gridpath", "hexes")
    said = Said(name="gridpath", imports=("gridpath", "numpy"))
    assert meant(said, own=hexes) == MEANT
    assert meant(said) == ""
    assert meant(Said(name="gridpath", imports=("numpy",)), own=hexes) == ""
    guessed = dossier("gridpath", "hexes", told=Told.NAME)
    assert meant(said, own=guessed) == ""


@pytest.mark.parametrize(
    "own",
    [
        replace(MAPS, contents=None),
        replace(MAPS, published=published("requests")),
        replace(MAPS, published=replace(MAPS.published, exists=False)),
        dossier("gridpath", "gridpath", links=("https://bitbucket.org/harald/python-gridpath",)),
        dossier("gridpath", "gridpath", links=("https://github.com/routes/gridpath",)),
        dossier("gridpath", "gridpath", summary="A fork of python-gridpath."),
        dossier("gridpath", "gridpath", text="See https://github.com/routes/python-gridpath"),
        dossier("gridpath", "gridpath"),
    ],
)
def test_doubt_keeps_silent(own: Dossier):
    """Not looked into, well known, absent, a repository that moved, one owner, a fork."""
    assert meant(Said(name="gridpath", link=TABLES.contents.links[0]), own=own) == ""


def test_a_project_that_names_its_former_name_is_no_other():
    """Whoever asks for the old name gets what is meant, only under its old name."""
    contents = replace(TABLES.contents, text="Formerly known as gridpath.")
    said = Said(name="gridpath", link=TABLES.contents.links[0])
    assert meant(said, other=replace(TABLES, contents=contents)) == ""


def test_an_empty_project_beside_a_well_known_one():
    """Without a word of a text; one that has modules, words or requirements is left alone."""
    known = dossier("python-dateutil", "dateutil", summary="Dates.")
    said = Said(name="dateutil")
    found = other_project(said, dossier("dateutil"), [known])
    assert found is not None
    assert (found.meant, found.why) == (
        "pypi:python-dateutil",
        "dateutil holds no module; python-dateutil is well known",
    )
    for own in (
        dossier("dateutil", "dateutil"),
        dossier("dateutil", requires=("six",)),
        dossier("dateutil", scripts=("dateutil",)),
        dossier("dateutil", told=Told.NAME, summary="Handles calendars and holidays."),
    ):
        assert other_project(said, own, [known]) is None
    assert other_project(replace(said, install="dateutil"), dossier("dateutil"), [known]) is None


def test_only_what_a_text_says_or_many_use_is_suspected():
    """The link's repository, what is installed and imported, known names with an affix."""
    said = Said(
        name="grid",
        link="https://github.com/routes/grid-path",
        install="gridpath[all]",
        imports=("yaml",),
    )
    assert suspects(said) == ("gridpath", "grid-path", "pyyaml")
    assert "python-dateutil" in suspects(Said(name="dateutil"))
    assert suspects(replace(said, name="requests")) == ()


def test_the_identity_says_what_is_meant():
    """And that the name is somebody else's."""
    found = other_project(Said(name="gridpath", link=TABLES.contents.links[0]), MAPS, [TABLES])
    assert found is not None
    plain = Identity(name="gridpath", state=State.DISTRIBUTION, id="pypi:gridpath")
    judged = as_other(plain, found)
    assert (judged.state, judged.candidates) == (State.OTHER_PROJECT, (MEANT,))
    assert judged.namesake == "gridpath"
    assert "github.com/harald/hexes" in judged.note
