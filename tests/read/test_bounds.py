"""Texts that want to do harm: there is a report, or it is said what is unchecked."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import named
from toolcrib.app import check as app_check
from toolcrib.app.check import LARGEST, MOST_LINES, Checked, Text, check
from toolcrib.read import READERS, reader_for
from toolcrib.report import FORMATS
from toolcrib.report.explanation import explanation

SEEDS = sorted((Path(__file__).parents[1] / "seeds").iterdir())
# In the order in which the fuzzer numbers them.
NAMES = (
    *("list.md", "list.txt", "list.rst", "page.html", "requirements.txt", "pyproject.toml"),
    *("Pipfile", "setup.cfg", "environment.yml", "notes.ipynb", "notes.org", "guide.adoc"),
    *("tools.yaml", "tools.toml", "tools.csv", "tools.json"),
    "package.json",
)


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests."""
    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))


def checked(path: str, data: bytes) -> Checked:
    """Check a text, and write all that can be written of it."""
    found = check([Text(path=path, data=data)], "", named.TODAY, online=False)
    for form in FORMATS:
        form.write(found.report, 80)
    for one in found.explained:
        explanation(one.path, one.lines, one.accounts, 80)
    return found


def test_there_is_a_name_for_every_reader():
    """None is left out here, nor by the fuzzer."""
    assert {reader_for(name).name for name in NAMES} == {reader.name for reader in READERS}


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name)
def test_what_a_fuzzer_found_is_read(seed: Path):
    """The first byte chooses the name of the file, as in the fuzzer."""
    data = seed.read_bytes()
    checked(NAMES[data[0] % len(NAMES)], data[1:])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES), st.binary(max_size=200))
def test_any_bytes_can_be_checked(path: str, data: bytes):
    """NUL, half of a character, marks of encodings: no byte makes a reader stumble."""
    checked(path, data)


PIECES = st.sampled_from(
    [
        *(
            "# ",
            "- ",
            "1. ",
            "| ",
            "|---|\n",
            "```\n",
            "os",
            "`json`",
            "[re](u)",
            " - x",
            "\n",
            "\n\n",
        ),
        *(
            ".. code::\n\n",
            "  ",
            "::\n\n",
            "=== ===\n",
            "+--+--+\n",
            "<ul><li>",
            "</li>",
            "<pre>",
            "<!--",
        ),
        *(
            "[project]\n",
            "dependencies",
            " = [",
            '"numpy"',
            "]",
            "{",
            "}",
            ",",
            "\\",
            '"',
            "'''",
            "#",
        ),
        *('{"cells":[', '{"cell_type":"markdown","source":["', '"]}', "%pip install x", "pip:\n"),
        *(
            "\r\n",
            "\t",
            "\0",
            "\ufeff",
            "\u2028",
            "\ud55c",
            "\x0c",
            "&amp;",
            "**",
            "__",
            "(",
            "\uff1a",
        ),
        *("#+begin_src python\n", "#+end_src\n", "** os :t:\n", "|===\n", "----\n", "[source]\n"),
        *("[[t]]\n", "k: [a, 'os'] # c\n", "- {name: os}\n", "k = [\n"),
        *("== re ==\n", "{|\n", "|-\n", "|}\n", "! a !! b\n", "{code}\n", "[[a|os]]", "name: os\n"),
        *(
            "12:30 a: os",
            ".. csv-table:: t\n\n",
            ".. rubric:: os\n",
            " :: ",
            "<pre>\n",
            "**os** is",
        ),
    ]
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(NAMES),
    st.lists(PIECES, max_size=40).map("".join),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "utf-7"]),
)
def test_any_grammar_can_be_checked(path: str, text: str, encoding: str):
    """Pieces of all formats in any order and encoding."""
    checked(path, text.encode(encoding, "replace"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_change_nothing(encoding: str, end: str):
    """The same list has the same mentions at the same places."""
    text = end.join(["# Daten", "", "- `os` \u2013 Pfade", "- `json` \u2013 für das Netz", ""])
    found = checked("list.md", text.encode(encoding)).report.mentions
    assert [(m.line, m.column, m.text, m.category) for m in found] == [
        (3, 4, "os", "Daten"),
        (4, 4, "json", "Daten"),
    ]


HUGE = {
    "brackets": "[" * 2**20,
    "brackets in lines": ("[(" * 500 + "\n") * 60,
    "stars": ("*a" * 30_000 + "\n") * 2,
    "ticks": ("`a" * 30_000 + "\n") * 2,
    "open comments": ("<!--" * 15_000 + "\n") * 2,
    "open tags": ("<a " * 20_000 + "\n") * 2,
    "separators in a bracket": "(" + " - a" * 15_000,
    "links": "[os](http://x) - a\n" * 1_000,
    "names in lines": "os\n" * 1_000,
    "letters": "a" * 60_000,
    "quotes": "> " * 30_000,
    "deep lists": "".join("  " * depth + "- os\n" for depth in range(200)),
    "rulers": "=== ===\n" * 2_000,
    "grids": "+---+---+\n" * 2_000,
    "cells": "|" * 60_000 + "\n" + "|-" * 30_000,
    "begun tables": "== a ==\n" + "{|\n" * 3_000,
    "begun blocks": "#+begin_src\n:a:\n----\n|===\n" * 800,
    "records": "name: os\nuse: a\n\n" * 1_000,
    "prose": "**os** and **re** are modules.\n" * 1_000,
    "messages": "[1:30] a: os - files\n" * 1_000,
    "arrays": "a = " + "[" * 100_000,
    "json": json.dumps({"cells": [{"cell_type": "markdown", "source": "- os\n" * 500}] * 2}),
}


@pytest.mark.parametrize(
    "path",
    ["list.md", "list.txt", "list.rst", "a.org", "a.adoc", "page.html", "requirements.txt"],
)
@pytest.mark.parametrize("name", HUGE)
def test_huge_texts_are_checked(name: str, path: str):
    """None of them costs the square of its size; `benchmarks/hostile_texts.py` has larger ones."""
    checked(path, HUGE[name].encode())


@pytest.mark.parametrize("path", ["pyproject.toml", "Pipfile", "notes.ipynb"])
@pytest.mark.parametrize("name", ["brackets", "arrays", "json"])
def test_huge_declarations_are_checked(name: str, path: str):
    """Depth is no reason to stumble."""
    checked(path, HUGE[name].encode())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"- os\0\n", "it is no text"),
        (b"x" * (LARGEST + 1), "larger than 5 MB"),
        (b"\n" * (MOST_LINES + 1), "more than 100,000 lines"),
        (b"- os\n" + b"x" * 70_000, "longer than 64 KB"),
    ],
)
def test_what_is_left_out_is_said(data: bytes, reason: str):
    """A file or a line that is not looked at is unchecked, with the reason."""
    found = checked("list.md", data)
    assert found.unfinished
    assert reason in found.report.unchecked[0].reason
