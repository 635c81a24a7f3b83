"""The files of docs/schemas: as the types are now, and true of what commands print."""

import json
from pathlib import Path

import jsonschema
import pytest
import schemas

from toolcrib.cli import run_command_line

ANSWERS = (
    ("find", ("find", "--format", "json", "read a yaml config file")),
    ("find", ("find", "--format", "json", "--lang", "fr", "lire du yaml")),
    ("what", ("what", "--format", "json", "cv2")),
    ("what", ("what", "--format", "json", "imp")),
    ("what", ("what", "--format", "json", "nothing-of-that-name")),
    ("check", ("check", "--offline", "--format", "json")),
    ("show-module", ("show", "--format", "json", "psutil")),
    ("show-module", ("show", "--format", "json", "std:json")),
    ("show-task", ("show", "--format", "json", "read-a-yaml-config")),
    ("compare", ("compare", "--format", "json", "pyyaml", "ruamel.yaml")),
    ("list", ("list", "--format", "json")),
    ("list", ("list", "--format", "json", "--tasks")),
    ("list", ("list", "--format", "json", "--collection", "operations")),
)


def test_they_are_current() -> None:
    """The files are what scripts/schemas.py writes."""
    there = {path.name: path.read_text(encoding="utf-8") for path in schemas.FOLDER.iterdir()}
    assert there == schemas.schemas()


@pytest.mark.parametrize(("name", "command"), ANSWERS)
def test_answers_are_as_told(
    name: str, command: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a command prints is valid by its schema."""
    told = json.loads((schemas.FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(told)
    if name == "check":
        (tmp_path / "list.md").write_text(
            "- `urllib2` - HTTP\n- `requests` - HTTP\n- `zzz9qq` - ?\n"
        )
        command = (*command, str(tmp_path / "list.md"))
    run_command_line(command)
    answer = json.loads(capsys.readouterr().out)
    jsonschema.validate(answer, told, cls=jsonschema.Draft202012Validator)


def test_what_is_not_told_is_refused() -> None:
    """A schema is no empty word: an answer with something else in it is not valid."""
    told = json.loads((schemas.FOLDER / "find.json").read_text(encoding="utf-8"))
    for wrong in ({}, {"schema": 1, "query": "x", "hits": [], "more": 1}, {"schema": 2}):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(wrong, told)
