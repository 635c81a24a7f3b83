"""Which project a text means: the projects are looked into on an index of this machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import dists
import named
from indexes import Index
from toolcrib.app.other_projects import said_by, settled
from toolcrib.app.settings import Setting
from toolcrib.app.what import what
from toolcrib.identify.dossier import Said
from toolcrib.identify.identify import identify
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Example, Mention
from toolcrib.net.settings import IndexSettings

HEXES, ROUTES = "https://github.com/harald/hexes", "https://github.com/routes/python-gridpath"


@pytest.fixture
def index(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Index]:
    """Give an index with two projects of nearly one name, and an empty one beside a known one."""
    server = Index()
    put(server, tmp_path, "gridpath", "hexes", "Draws hexagonal maps.", HEXES)
    put(server, tmp_path, "python-gridpath", "gridpath", "Shortest routes.", ROUTES)
    put(server, tmp_path, "python-tqdm-loop", "tqdm_loop", "Loops.", "")
    put(server, tmp_path, "python-slugify", "slugify", "Slugs.", "https://github.com/un33k/slugs")
    settings = IndexSettings(cache=tmp_path / "cache", url=server.url, back_off=0.0)
    monkeypatch.setattr("toolcrib.app.settings.index_settings", lambda: Setting(settings))
    monkeypatch.setattr("toolcrib.app.what.knowledge", lambda *_: named.world())
    yield server
    server.close()


def put(  # noqa: PLR0913, PLR0917 -- a row of a table
    index: Index, folder: Path, name: str, module: str, summary: str, link: str
) -> None:
    """Publish a project with one module, which says something of itself."""
    files = {f"{module}.py": ""} if module else {"data.txt": ""}
    wheel = dists.wheel(folder, name.replace("-", "_"), files)
    metadata = f"Metadata-Version: 2.4\nName: {name}\nSummary: {summary}\n"
    metadata += f"Project-URL: Source, {link}\n" if link else ""
    index.archive(name, wheel.name, wheel, metadata)


def judged(said: Said) -> Identity:
    """Say what a name is, with what a text says of it."""
    found = {said.name: identify(said.name, named.world(), named_lookup)}
    return settled([said], found, named_lookup).get(said, found[said.name])


def named_lookup(name: str) -> named.Published:
    """Answer for the projects of this index as for others that exist."""
    return named.published(name) if name == "gridpath" else named.lookup(name)


@pytest.mark.usefixtures("index")
def test_a_link_tells_which_one_is_meant():
    """With what it is, and what shows it."""
    found = judged(Said(name="gridpath", link=ROUTES))
    assert (found.state, found.candidates) == (State.OTHER_PROJECT, ("pypi:python-gridpath",))
    assert found.note == (
        "the link leads to the repository of python-gridpath, "
        "and that of gridpath is github.com/harald/hexes"
    )


def test_without_a_doubt_nobody_is_asked(index: Index):
    """The project's own link, no link, and names that the tables know."""
    assert judged(Said(name="gridpath")).state is State.DISTRIBUTION
    assert judged(Said(name="PyYAML", link=ROUTES)).state is State.DISTRIBUTION
    assert judged(Said(name="json", link=ROUTES)).state is State.STDLIB
    assert index.asked == []
    assert judged(Said(name="gridpath", link=HEXES)).state is State.DISTRIBUTION


def test_an_index_that_falls_silent_leaves_the_name_as_it_is(index: Index):
    """No answer on the suspect is no proof against the project of the name."""
    index.project("python-gridpath", (500, {}, b""))
    assert judged(Said(name="gridpath", link=ROUTES)).state is State.DISTRIBUTION


def test_a_namesake_is_meant_where_the_link_says_so(index: Index, tmp_path: Path):
    """An import name that many know by another project, and a text that means the other."""
    put(index, tmp_path, "python-dotenv", "dotenv", "Reads .env files.", "https://github.com/t/pd")
    put(index, tmp_path, "dotenv", "dotenv", "Handles dots.", "https://github.com/p/dotenv")
    other = judged(Said(name="dotenv", link="https://github.com/p/dotenv#readme"))
    assert (other.state, other.id, other.namesake) == (State.DISTRIBUTION, "pypi:dotenv", "")
    usual = judged(Said(name="dotenv", link="https://github.com/t/pd"))
    assert usual.id == "pypi:python-dotenv"


def test_a_bare_name_beside_a_well_known_project(index: Index, tmp_path: Path):
    """`what` has no text: a placeholder tells by its own words and by what is called so."""
    put(index, tmp_path, "dateutil", "dateutil", "Placeholder", "")
    put(index, tmp_path, "python-dateutil", "dateutil", "Dates.", "")
    put(index, tmp_path, "grablib", "grab", "Grabs pages.", "")
    empty, live = what(["dateutil", "grablib"], online=True).identities
    assert empty.state in (State.PLACEHOLDER, State.IMPORT_NAME)
    assert live.state is State.DISTRIBUTION


def test_a_project_that_nobody_tends_may_be_a_slip(index: Index, tmp_path: Path):
    """Only what very many use is named beside it, and the state stays what it is."""
    put(index, tmp_path, "panda", "panda", "Speaks to an encoding service.", "")
    put(index, tmp_path, "hexagonist", "hexagonist", "Draws hexagons.", "")
    slip, own = what(["panda", "hexagonist"], online=True).identities
    assert (slip.state, slip.id) == (State.DISTRIBUTION, "pypi:panda")
    assert "pypi:pandas" in slip.candidates
    assert own.candidates == ()


def test_an_entry_tells_its_link_and_what_its_examples_import():
    """Each import once, by its first part."""
    code = "import yaml\nfrom google.cloud import storage\nimport yaml.reader\n"
    mention = Mention(
        path="list.md",
        line=1,
        column=1,
        text="`thing`",
        written="thing",
        purpose="things",
        link=HEXES,
        install="thing",
        examples=(
            Example(line=2, language="python", code=code),
            Example(line=9, language="", code="("),
        ),
    )
    assert said_by(mention) == Said(
        name="thing", purpose="things", link=HEXES, install="thing", imports=("yaml", "google")
    )
