"""The list of attacks and the tests that try them are the same."""

import importlib.util
import re
from pathlib import Path

from attacks import Case

HERE = Path(__file__).parent
LIST = HERE.parents[2] / "docs" / "hostile.md"
ROW = re.compile(r"^\| (\d+) \| [^|]+ \| [^|]+ \| `([\w/]+\.py)` \|$", re.MULTILINE)
ELSEWHERE = "tests/verify/test_installing.py"
INSTALLING = re.compile(r'"""Hostile case (\d+)\b')


def listed() -> dict[int, str]:
    """Return the file of each attack of the list, by its number."""
    rows = ROW.findall(LIST.read_text("utf-8"))
    assert len(rows) == len(dict(rows))
    return {int(number): file for number, file in rows}


def tried() -> dict[int, set[str]]:
    """Return the files of tests in which each number is tried."""
    found: dict[int, set[str]] = {}
    for path in sorted(HERE.glob("test_*.py")):
        spec = importlib.util.spec_from_file_location(f"listed_{path.stem}", path)
        assert spec
        assert spec.loader
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        for test in vars(module).values():
            for number in numbers_of(test):
                found.setdefault(number, set()).add(path.name)
    return found


def numbers_of(test: object) -> set[int]:
    """Return the numbers of the cases that a test tries: its own, or those it is given."""
    own = {test.case[0]} if hasattr(test, "case") else set()
    marks = getattr(test, "pytestmark", []) if callable(test) else []
    given = [mark.args[1] for mark in marks if mark.name == "parametrize"]
    return own | {value.number for values in given for value in values if isinstance(value, Case)}


def test_all_are_listed() -> None:
    """The list has the hundred and what came up, each once."""
    assert sorted(listed()) == list(range(1, 104))


def test_each_is_tried_where_the_list_says() -> None:
    """Each attack of the list is tried in the file that it names, and no other is tried."""
    here = {number: {file} for number, file in listed().items() if file != ELSEWHERE}
    assert here == tried()


def test_attacks_on_installing() -> None:
    """Those that are tried elsewhere are so by their numbers, too."""
    text = (HERE.parents[2] / ELSEWHERE).read_text("utf-8")
    tried_there = set(map(int, INSTALLING.findall(text)))
    assert {number for number, file in listed().items() if file == ELSEWHERE} == tried_there
