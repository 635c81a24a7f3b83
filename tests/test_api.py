"""The public interface of the package."""

from collections.abc import Iterator
from pathlib import Path

import pytest

import content
import toolcrib
from content import JSON, YAML
from toolcrib.app import bundle as app_bundle

PUBLIC = """
    Comparison Crib Hit Listing Module ModulePage Proof Solution Task TaskPage ToolcribError
    __version__ open
"""


@pytest.fixture
def crib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[toolcrib.Crib]:
    """Open the small catalog as if it were installed."""
    content.compiled(tmp_path).close()
    path = str(tmp_path / "bundle.sqlite")
    monkeypatch.setattr(app_bundle, "checkout_path", lambda: None)
    monkeypatch.setattr(app_bundle, "packaged_path", lambda: path)
    with toolcrib.open() as opened:
        yield opened


def test_the_public_names_are_these():
    """A name is public by being listed, and whoever adds one says so here."""
    assert sorted(toolcrib.__all__) == sorted(PUBLIC.split())
    assert dir(toolcrib) == sorted(PUBLIC.split())


@pytest.mark.parametrize("name", PUBLIC.split())
def test_each_public_name_can_be_had(name: str):
    """What is listed is there, and is documented where it is no text."""
    value = getattr(toolcrib, name)
    assert isinstance(value, str) or value.__doc__


def test_another_name_is_not_there():
    """It fails as with any module."""
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = toolcrib.nothing  # type: ignore[attr-defined]


def test_find(crib: toolcrib.Crib):
    """Hits are values with a module, a task and a proof."""
    hit, *_ = crib.find("read a yaml config file")
    assert isinstance(hit, toolcrib.Hit)
    assert (hit.id, hit.task) == (YAML, "read-a-yaml-config")
    assert crib.find("bake a cake") == ()
    assert len(crib.find("yaml", limit=1)) == 1


def test_show(crib: toolcrib.Crib):
    """A name gives the page of a module or a task, an unknown one a fault."""
    module, task = crib.show("json"), crib.show("read-a-yaml-config")
    assert isinstance(module, toolcrib.ModulePage)
    assert isinstance(task, toolcrib.TaskPage)
    with pytest.raises(toolcrib.ToolcribError):
        crib.show("xyzzy")


def test_list(crib: toolcrib.Crib):
    """Shelves by category or collection; one excludes the other."""
    assert [shelf.title for shelf in crib.list().shelves] == ["Data formats", "Networking"]
    assert crib.list(category="network").shelves[0].entries[0].id == "std:socket"
    assert crib.list(kind="tools").shelves[0].entries[0].task == "check-a-port"
    assert crib.list(collection="operations").shelves[1].entries[1].id == JSON
    with pytest.raises(toolcrib.ToolcribError):
        crib.list(collection="operations", kind="tools")


def test_compare(crib: toolcrib.Crib):
    """Modules side by side."""
    found = crib.compare("pyyaml", "ruamel.yaml")
    assert [task.task.id for task in found.tasks] == ["read-a-yaml-config"]


def test_a_catalog_of_ones_own(
    crib: toolcrib.Crib, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Folders that are named are added to what is there."""
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    folder = tmp_path / "mine"
    (folder / "modules/std").mkdir(parents=True)
    (folder / "catalog.toml").write_text('name = "mine"\n')
    (folder / "modules/std/abc.toml").write_text(
        'name = "abc"\npurpose = "Ours."\ncategories = []\n'
    )
    with toolcrib.open([folder]) as both:
        page = both.show("abc")
        assert isinstance(page, toolcrib.ModulePage)
        assert page.purpose == "Ours."
        assert both.find("read json") == crib.find("read json")


def test_another_language(tmp_path: Path, crib: toolcrib.Crib):
    """Texts come in the language that is asked for; without being asked, in English."""
    assert tmp_path.exists()
    assert crib.find("yaml config")[0].title == "Read a YAML configuration file"
    with toolcrib.open(language="fr") as french:
        assert french.find("yaml config")[0].title == "Lire un fichier de configuration YAML"
