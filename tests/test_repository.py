"""What holds for all files of the repository: names, sizes, words that have no place in it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from toolcrib.verify.services import ALL

ROOT = Path(__file__).resolve().parents[1]

# Made by tools or for one machine, as .gitignore says.
NOT_OURS = re.compile(
    r"__pycache__|out|.*\.egg-info"
    r"|\.(?!(ci|github|gitignore|editorconfig|pre-commit-hooks\.yaml)$).*"
)
REGISTRIES = re.compile(r"pypi\.org|pythonhosted\.org|registry\.npmjs|index\.crates")
MACHINE_PATHS = re.compile(r"(?<![\w.~-])/(work|root)/")
TALK = re.compile(r"(?i)\b(sub-?agents?|the\sbrief|this\ssession|as\san\sai)\b")
VAGUE_NAMES = re.compile(r"(?i)(^|_)(utils?|helpers?|managers?|misc|common)(_|$)")

LONGEST_FILE = 300
LONGEST_FUNCTION = 40


def walk(folder: Path) -> Iterator[Path]:
    """Yield the files of the repository."""
    for path in sorted(folder.iterdir()):
        if NOT_OURS.fullmatch(path.name) or path.is_symlink():
            continue
        if path.is_dir():
            yield from walk(path)
        else:
            yield path


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Return the text of all files by their path; what is no text has none."""
    found = {}
    for path in walk(ROOT):
        content = path.read_bytes()
        text = "" if b"\0" in content else content.decode("utf-8", "replace")
        found[path.relative_to(ROOT).as_posix()] = text
    return found


def is_code(name: str) -> bool:
    """Tell whether a file is a source of toolcrib: not content, and not a test."""
    return name.endswith(".py") and not name.startswith(("catalog/", "tests/"))


def lines_with(files: dict[str, str], pattern: re.Pattern[str]) -> list[str]:
    """Return the lines in which a pattern occurs, with their places."""
    return [
        f"{name}:{number}: {line.strip()}"
        for name, text in files.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_the_walk_sees_the_repository(files: dict[str, str]) -> None:
    """The tests below look at something: sources, content, doors."""
    assert {"run", "pyproject.toml", "src/toolcrib/__init__.py", "tests/conftest.py"} <= set(files)
    assert any(name.startswith("catalog/modules/") for name in files)
    assert not any(name.startswith((".git/", ".venv/")) for name in files)


def test_only_one_constant_of_each_layer_names_a_registry(files: dict[str, str]) -> None:
    """The default index is named once where there is no toolcrib yet, and once in `net`."""
    allowed = re.compile(r"(scripts/fetch_pip\.py|src/toolcrib/net/\w+\.py):\d+: [A-Z_]+ = ")
    found = lines_with(files, REGISTRIES)
    assert [line for line in found if not allowed.match(line)] == []
    places = [line.rpartition("/")[0] for line in (each.partition(":")[0] for each in found)]
    assert len(set(places)) == len(places), found


def test_no_path_of_one_machine(files: dict[str, str]) -> None:
    """No file names a folder that only one machine has."""
    assert lines_with(files, MACHINE_PATHS) == []


def test_no_talk_about_the_making(files: dict[str, str]) -> None:
    """Code, tests and pages speak of toolcrib, not of how it came about."""
    theirs = ("catalog/", "src/toolcrib/identify/data/")  # names of modules and projects
    ours = {name: text for name, text in files.items() if not name.startswith(theirs)}
    assert lines_with(ours, TALK) == []


def test_names_of_files_say_something(files: dict[str, str]) -> None:
    """No file or folder of the code is called after nothing in particular."""
    parts = {part for name in files if is_code(name) for part in name.split("/")}
    assert [part for part in parts if VAGUE_NAMES.search(part.removesuffix(".py"))] == []


def test_files_are_short(files: dict[str, str]) -> None:
    """A source of more than 300 lines does more than one thing."""
    lengths = {name: text.count("\n") for name, text in files.items() if is_code(name)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FILE} == {}


def test_functions_are_short(files: dict[str, str]) -> None:
    """A function of more than 40 lines, its docstring aside, does more than one thing."""
    lengths = {
        f"{name}: {node.name}": length(node)
        for name, text in files.items()
        for node in (ast.walk(ast.parse(text)) if is_code(name) else ())
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FUNCTION} == {}


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the number of a function's lines without its docstring."""
    first = function.body[0]
    documented = ast.get_docstring(function) is not None
    docstring = (first.end_lineno or 0) - first.lineno + 1 if documented else 0
    return (function.end_lineno or 0) - function.lineno + 1 - docstring


def test_every_test_says_what_it_shows(files: dict[str, str]) -> None:
    """Each test has a docstring of its own, and a name that no other test of its file has."""
    for name, text in files.items():
        if not re.fullmatch(r"tests/(.*/)?test_\w+\.py", name):
            continue
        tests = [
            node
            for node in ast.walk(ast.parse(text))
            if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
        ]
        assert [test.name for test in tests if not ast.get_docstring(test)] == [], name
        assert len({test.name for test in tests}) == len(tests), name


def test_the_doors_can_be_started() -> None:
    """What a person or a CI starts is executable, and sh takes it."""
    for name in ("run", "test", ".ci/run"):
        assert (ROOT / name).stat().st_mode & 0o111 == 0o111, name


def test_services_come_with_the_packages_of_the_tests() -> None:
    """Every package that a service needs is one that `./test` installs."""
    lines = (ROOT / "requirements" / "debian.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.partition("#")[0].strip(): line.partition("#")[2].strip() for line in lines}
    wanted = {package for service in ALL for package in service.packages}
    assert wanted <= listed.keys()
    assert all(listed[name] for name in listed if name), "each package has its reason"
