"""Another project than is meant: said only where both of them show it."""

import pytest
from msgspec.structs import replace

from named import published
from toolcrib.identify.dossier import Dossier, Said
from toolcrib.identify.other_project import (
    as_namesake,
    as_other,
    means_namesake,
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
        Said(name="gridpath", link="https://pypi.example/project/python-gridpath/"),
    ],
)
def test_what_fits_the_other_one_alone_tells(said: Said):
    """Its repository, its page of the index."""
    assert meant(said) == MEANT


@pytest.mark.parametrize(
    ("purpose", "fits"),
    [
        ("finds the next recurrence of a calendar", True),
        ("calendar", False),
        ("recurrence of a calendar by email", False),
        ("trouve la prochaine occurrence d'un calendrier", False),
    ],
)
def test_a_purpose_tells_by_the_words_of_summaries(purpose: str, *, fits: bool):
    """Two of the well-known one's, and none of what the project of the name says of itself."""
    known = dossier("python-dateutil", "dateutil", summary="Recurrences in a calendar of dates.")
    own = dossier("dateutil", "dateutil", summary="Invites people to dinner by email.")
    found = other_project(Said(name="dateutil", purpose=purpose), own, [known])
    assert (found is not None) == fits
    if found:
        assert found.why == (
            'dateutil says of itself "Invites people to dinner by email."; python-dateutil fits'
        )


@pytest.mark.parametrize(
    "said",
    [
        Said(name="gridpath"),
        Said(name="gridpath", purpose="finds the shortest route in a table"),
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


def test_a_placeholder_beside_a_well_known_one():
    """Its own words are enough; a text that installs it by name says nothing against them."""
    known = dossier("python-dateutil", "dateutil", summary="Dates.")
    own = dossier("dateutil", "dateutil", summary="Placeholder for python-dateutil")
    found = other_project(Said(name="dateutil", install="dateutil"), own, [known])
    assert found is not None
    assert found.why == 'dateutil says of itself "Placeholder for python-dateutil"'
    assert other_project(Said(name="gridpath"), replace(MAPS, contents=own.contents), []) is None


def test_a_text_may_mean_the_namesake():
    """Its link says so; not where it leads to the usual one too, or only to the index."""
    said = Said(name="gridpath", link="https://github.com/Harald/Hexes/")
    assert means_namesake(said, MAPS, TABLES)
    both = replace(TABLES, contents=replace(TABLES.contents, links=MAPS.contents.links))
    assert not means_namesake(said, MAPS, both)
    assert not means_namesake(said, MAPS, None)
    page = replace(said, link="https://pypi.example/project/gridpath/")
    assert not means_namesake(page, MAPS, TABLES)
    empty = replace(MAPS, contents=replace(MAPS.contents, kind=Kind.METADATA))
    assert not means_namesake(said, empty, TABLES)
    plain = Identity(name="gridpath", state=State.IMPORT_NAME, id=MEANT, namesake="gridpath")
    judged = as_namesake(plain, MAPS)
    assert (judged.state, judged.id, judged.namesake) == (
        State.DISTRIBUTION,
        "pypi:gridpath",
        "",
    )
    assert judged.imports == ("gridpath",)
