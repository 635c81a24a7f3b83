"""The author's loop, as far as it needs no run."""

import tomllib
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.app.author import begin_task, marked_captured
from toolcrib.catalog.folder import read_task
from toolcrib.errors import UsageError


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
