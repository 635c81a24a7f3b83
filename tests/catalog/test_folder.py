"""A catalog of strangers: what its files say is read, and nothing outside of it is."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from small import write_catalog
from toolcrib.catalog.folder import read_catalog, read_task
from toolcrib.catalog.header import parse_solution
from toolcrib.errors import ContentError

GOOD = """\
#!/usr/bin/env python3

# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "PyYAML",
# ]
#
# [tool.toolcrib]
# module = "pypi:pyyaml"
# build = ["PyYAML"]
# [tool.uv]
# override-dependencies = ["dlib-bin"]
# [tool.other]
# anything = 1
# ///
\"\"\"Because.\"\"\"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a sound task with one input."""
    task = write_catalog(tmp_path, {"dump": ("json", "import json\n", "1\n")}) / "tasks/dump"
    (task / "input/below").mkdir(parents=True)
    (task / "input/below/a.txt").write_text("rows")
    return task


def fault_of(code: str) -> str:
    """Return what is said of a solution."""
    with pytest.raises(ContentError) as caught:
        parse_solution("with_it.py", code)
    return str(caught.value)


def header(*lines: str) -> str:
    """Return a program with these lines in its header."""
    return "\n".join(["# /// script", *(f"# {line}" for line in lines), "# ///", ""])


def driven(folder: Path, name: str) -> None:
    """Give a task a driver by name."""
    with (folder / "task.toml").open("a") as file:
        file.write(f'[run]\ndriver = "{name}"\n')


def test_driver_is_read_and_is_no_solution(folder: Path) -> None:
    """The program that a task names as its driver comes with its files, not with its solutions."""
    driven(folder, "drive.py")
    (folder / "drive.py").write_text("print(1)\n")
    task, files = read_task(folder)
    assert (task.run.driver, files.driver) == ("drive.py", "print(1)\n")
    assert [solution.file for solution in task.solutions] == ["with_json.py"]


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("drive.py", "is not in the task's folder"),
        ("with_json.py", "is not called drive"),
        ("../drive.py", "is not called drive"),
    ],
)
def test_driver_that_is_none(folder: Path, name: str, why: str) -> None:
    """A driver that is missing, or bears another name, is told with its line."""
    driven(folder, name)
    with pytest.raises(ContentError, match=why):
        read_task(folder)


def test_driver_that_is_a_link(folder: Path) -> None:
    """A driver that is a link is not followed."""
    driven(folder, "drive.py")
    (folder / "drive.py").symlink_to(folder / "with_json.py")
    with pytest.raises(ContentError, match="neither a file nor a folder"):
        read_task(folder)


def test_header_says_all() -> None:
    """A header with all keys is read, and tables of other tools do not matter."""
    solution = parse_solution("tasks/read/with_pyyaml.py", GOOD)
    assert (solution.file, solution.module) == ("with_pyyaml.py", "pypi:pyyaml")
    assert (solution.requires_python, solution.doc) == (">=3.11", "Because.")
    assert (solution.dependencies, solution.overrides) == (("PyYAML",), ("dlib-bin",))
    assert solution.build == ("PyYAML",)


MODULES = [
    "pypi:../../../OUT",
    "pypi:PyYAML",
    "pypi:a/b",
    "pypi:a\\n",
    "std:/etc/passwd",
    "std:..",
    "json",
    "",
]


@pytest.mark.parametrize("module", MODULES)
def test_module_is_an_id(module: str) -> None:
    """A module that is no id is refused where it is read: ids become names of files."""
    told = fault_of(header("[tool.toolcrib]", f'module = "{module}"'))
    assert told.startswith("with_it.py:3:3: ")
    assert "is no id" in told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            'dependencies = "PyYAML"',
            'with_it.py:2:3: Expected `array`, got `str`\n  # dependencies = "PyYAML"\n    ^',
        ),
        ("requires-python = 3.11", "with_it.py:2:3: Expected `str`, got `float`"),
        ("dependencies = [1]", "with_it.py:2:3: Expected `str`, got `int`"),
        ("dependences = []", "with_it.py:2:3: Object contains unknown field `dependences`"),
        ("[tool]\n# toolcrib = 3", "with_it.py:3:3: Expected `object`, got `int`"),
        ("dependencies = [", "with_it.py:3:4: Invalid value\n  # [tool.toolcrib]\n"),
        ("dependencies = [,", "with_it.py:2:19: Invalid value\n  # dependencies = [,\n"),
    ],
)
def test_faults_of_a_header_show_their_place(line: str, told: str) -> None:
    """A key of another type, an unknown key and bad TOML are shown with line and caret."""
    tables = [] if "[tool]" in line else ["[tool.toolcrib]", 'module = "std:json"']
    assert told in fault_of(header(line, *tables))


@pytest.mark.parametrize("lines", [(), ("tool = 1",), ("[tool.toolcrib]",)])
def test_header_without_a_module(lines: tuple[str, ...]) -> None:
    """A header that does not say its module is a fault of content, whatever it says instead."""
    assert "with_it.py" in fault_of(header(*lines))


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("x = (\n", "with_it.py:5:5: '(' was never closed\n  x = (\n      ^"),
        ("x = '\0'\n", "null bytes"),
        ("x = " + "-" * 100_000 + "1\n", "with_it.py: "),
    ],
)
def test_code_that_is_no_python(body: str, told: str) -> None:
    """Code that Python cannot read is a fault of content, with line and caret where it has one."""
    assert told in fault_of(header("[tool.toolcrib]", 'module = "std:json"') + body)


def test_header_nested_too_deeply() -> None:
    """TOML that is nested without end is a fault of content."""
    assert "nested too deeply" in fault_of(header("dependencies = " + "[" * 100_000))


@given(st.text())
def test_any_header_is_read_or_refused(text: str) -> None:
    """Whatever a header holds, the answer is a solution or a fault of content."""
    lines = text.split("\n")
    try:
        parse_solution("with_it.py", header(*lines, "[tool.toolcrib]", 'module = "std:json"'))
    except ContentError as fault:
        assert str(fault).startswith("with_it.py")  # noqa: PT017 -- it may also be sound


def test_inputs_by_their_paths(folder: Path) -> None:
    """Input is read with all folders below."""
    assert read_task(folder)[1].inputs == {"below/a.txt": b"rows"}


@pytest.mark.parametrize(
    "place", ["input/a.txt", "input/below/b.txt", "expected.txt", "task.toml", "with_more.py"]
)
@pytest.mark.parametrize("there", [True, False])
def test_links_to_files(folder: Path, tmp_path: Path, place: str, *, there: bool) -> None:
    """A link is refused by name, so no file of the reader's machine gets into a run."""
    secret = tmp_path / "secret"
    if there:
        secret.write_text("secret")
    (folder / place).unlink(missing_ok=True)
    (folder / place).symlink_to(secret)
    with pytest.raises(ContentError, match=place) as caught:
        read_task(folder)
    assert "links and devices are not read" in caught.value.hint


@pytest.mark.parametrize("place", ["input", "input/more"])
def test_links_to_folders(folder: Path, tmp_path: Path, place: str) -> None:
    """A link to a folder is refused, be it the folder of the input itself."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home/secret").write_text("secret")
    if place == "input":
        (folder / "input").rename(tmp_path / "moved")
    (folder / place).symlink_to(tmp_path / "home")
    with pytest.raises(ContentError, match=place):
        read_task(folder)


def test_link_in_place_of_a_task(folder: Path) -> None:
    """A task that is a link to a folder elsewhere is refused."""
    moved = folder.rename(folder.parents[2] / "elsewhere")
    folder.symlink_to(moved)
    with pytest.raises(ContentError, match="tasks/dump is neither"):
        read_catalog(folder.parents[1])


def test_pipe_in_the_input(folder: Path) -> None:
    """What is no regular file is refused, and not waited for."""
    os.mkfifo(folder / "input/pipe")
    with pytest.raises(ContentError, match="input/pipe is neither a file nor a folder"):
        read_task(folder)


@pytest.mark.parametrize("picture", ["/tmp/x.png", "../x.png", "a/b.png", ".png", "x.svg", ""])  # noqa: S108 -- refused
def test_pictures_are_names(folder: Path, picture: str) -> None:
    """The name of a picture is no path."""
    with (folder / "task.toml").open("a") as file:
        file.write(f'[output]\npictures = ["{picture}"]\n')
    with pytest.raises(ContentError, match=r"task\.toml:4:1: the picture ") as caught:
        read_task(folder)
    assert str(caught.value).endswith(f'  pictures = ["{picture}"]\n  ^')


def test_picture_in_good_form(folder: Path) -> None:
    """A plain name of a .png is a picture's name."""
    with (folder / "task.toml").open("a") as file:
        file.write('[output]\npictures = ["two-lines_v1.2.png"]\n')
    assert read_task(folder)[0].output.pictures == ("two-lines_v1.2.png",)
