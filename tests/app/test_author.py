"""The author's loop, as far as it needs no run."""

import tomllib
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.app.author import begin_task, marked_captured
from toolcrib.catalog.folder import read_task
from toolcrib.errors import UsageError
from toolcrib.model.task import Task


@pytest.mark.parametrize(
    "text",
    [
        'title = "T"\n',
        'title = "T"\n[output]\n',
        'title = "T"\n[output]\ncompare = "json"\n[parameters]\na = 1\n',
        'title = "T"\n[output]\nexpected_from = "hand"  # by me\n',
    ],
)
def test_marking_changes_one_thing(text: str) -> None:
    """Whatever a task says, accepting adds where its expected output came from, and no more."""
    before, after = tomllib.loads(text), tomllib.loads(marked_captured(text))
    assert after.pop("output").pop("expected_from") == "captured"
    before.pop("output", None)
    assert after == before


def test_new_task_can_be_read(tmp_path: Path) -> None:
    """The folder of a new task is content from the first moment."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "", "")})
    folder = begin_task(catalog, "read-a-toml-file", "std:json", "text")
    task, files = read_task(folder)
    assert task.title == "Read a toml file"
    assert [solution.file for solution in task.solutions] == ["with_json.py"]
    assert files.expected == ""


def begun(catalog: Path, module: str, category: str = "") -> Task:
    """Begin a task and read what was written."""
    return read_task(begin_task(catalog, "new", module, category))[0]


def with_yaml(tmp_path: Path) -> Path:
    """Return a catalog of json, and of PyYAML on a shelf whose key wants quoting."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "", "")})
    (catalog / "categories.toml").write_text('[text]\ntitle = "T"\n["a\\"b"]\ntitle = "U"\n')
    (catalog / "modules/pypi").mkdir()
    entry = 'name = "PyYAML"\npurpose = "It does."\ncategories = ["a\\"b"]\n'
    (catalog / "modules/pypi/pyyaml.toml").write_text(entry)
    (catalog / "modules/pypi/json.toml").write_text(entry)
    return catalog


@pytest.mark.parametrize(
    ("module", "id_", "dependencies"),
    [
        ("json", "std:json", ()),
        ("PyYAML", "pypi:pyyaml", ("PyYAML",)),
        ("pypi:pyyaml", "pypi:pyyaml", ("PyYAML",)),
        ("pypi:json", "pypi:json", ("PyYAML",)),
        ("pypi:not-there-yet", "pypi:not-there-yet", ("not-there-yet",)),
    ],
)
def test_modules_of_new_tasks(
    tmp_path: Path, module: str, id_: str, dependencies: tuple[str, ...]
) -> None:
    """A bare name means std, then pypi; an id may be new to the catalog."""
    (solution,) = begun(with_yaml(tmp_path), module, "text").solutions
    assert (solution.module, solution.dependencies) == (id_, dependencies)
    assert solution.file == f"with_{id_.partition(':')[2].replace('-', '_')}.py"


@pytest.mark.parametrize(
    ("module", "hint"),
    [
        ("unheard-of", "std:unheard-of or pypi:unheard-of"),
        ("", "std: or pypi:"),
        ("pypi:PyYAML", "in lower case with dashes"),
        ("pypi:../../x", "in lower case with dashes"),
        ("pypi:", "in lower case with dashes"),
        ('std:a"b', "in lower case with dashes"),
        ("conda:yaml", "in lower case with dashes"),
    ],
)
def test_modules_that_are_none(tmp_path: Path, module: str, hint: str) -> None:
    """A bare name that the catalog does not know and a malformed id are refused."""
    catalog = with_yaml(tmp_path)
    with pytest.raises(UsageError) as caught:
        begin_task(catalog, "new", module, "text")
    assert hint in caught.value.hint
    assert not (catalog / "tasks/new").exists()


def test_categories_of_new_tasks(tmp_path: Path) -> None:
    """The category is the one that is wanted, else the first one of the module."""
    catalog = with_yaml(tmp_path)
    assert begun(catalog, "pyyaml").category == 'a"b'
    assert read_task(begin_task(catalog, "other", "pyyaml", "text"))[0].category == "text"


@pytest.mark.parametrize(
    ("module", "category", "message"),
    [
        ("json", "gone", "the catalog has no category 'gone'"),
        ("json", 'a"c', "has no category 'a\"c'"),
        ("pypi:new", "", "pypi:new has no category"),
    ],
)
def test_categories_that_are_none(tmp_path: Path, module: str, category: str, message: str) -> None:
    """A category must be one of the catalog, and they are named."""
    catalog = with_yaml(tmp_path)
    with pytest.raises(UsageError, match=message) as caught:
        begin_task(catalog, "new", module, category)
    assert caught.value.hint == 'say --category KEY; there are: text, a"b'
    assert not (catalog / "tasks/new").exists()


@pytest.mark.parametrize("name", ["Read", "a b", "../x", "", "-x"])
def test_names_of_tasks(tmp_path: Path, name: str) -> None:
    """A name that is no folder's name in good form is refused."""
    with pytest.raises(UsageError, match="no name for a task"):
        begin_task(write_catalog(tmp_path, {}), name, "std:json", "text")


def test_task_that_is_there(tmp_path: Path) -> None:
    """A task that is there is never overwritten."""
    catalog = write_catalog(tmp_path, {"dump": ("json", "", "")})
    with pytest.raises(UsageError, match="there already"):
        begin_task(catalog, "dump", "std:json", "text")
