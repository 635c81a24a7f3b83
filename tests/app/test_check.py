"""Checking texts: what is read, judged, asked, and left open."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import named
from toolcrib.app import check as app_check
from toolcrib.app import other_projects
from toolcrib.app.check import LARGEST, Checked, Text, check, load
from toolcrib.app.names import Asked, knowledge
from toolcrib.errors import UsageError
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.module import normalised
from toolcrib.model.published import Published

LISTS = Path(__file__).parents[1] / "lists"


@pytest.fixture
def small_world(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Judge by the names of the tests; return the names that their index is asked for."""
    questions: list[str] = []

    def ask(names: Iterable[str], known: Knowledge, *more: Iterable[Any]) -> Asked:
        questions.extend(names)
        return named.asked(questions, known, *more)

    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(app_check, "ask", ask)
    monkeypatch.setattr(other_projects, "dossiers_of", named.dossiers)
    return questions


def checked(text: str, name: str = "x.md", *, online: bool = True) -> Checked:
    """Check one text."""
    return check([Text(path=name, data=text.encode())], "", named.TODAY, online=online)


@pytest.mark.usefixtures("small_world")
def test_mentions_carry_what_was_found():
    """Id, kind, state and the shared name come with what the text says."""
    report = checked("## Files\n\n- `yaml` (via `PyYAML`) - settings of a tool\n- os\n").report
    first, second = report.mentions
    assert (first.id, first.kind, first.state) == ("pypi:pyyaml", "import-of-dist", "import-name")
    assert (first.name, first.category, first.purpose) == ("pyyaml", "Files", "settings of a tool")
    assert (second.id, second.kind, second.name) == ("std:os", "stdlib", "os")


@pytest.mark.usefixtures("small_world")
def test_kinds_are_the_words_of_lists():
    """Every state has a kind that a reader of the JSON can count."""
    text = "".join(
        f"- `{name}`\n"
        for name in ("json", "PyYAML", "yaml", "imp", "thread", "postgresql", "zxqvwk", "dataclass")
    )
    kinds = [mention.kind for mention in checked(text).report.mentions]
    assert kinds == [
        *("stdlib", "dist", "import-of-dist", "removed-stdlib", "removed-stdlib"),
        *("not-python", "unknown", "stdlib"),
    ]


def test_offline_leaves_open_what_only_an_index_knows(small_world: list[str]):
    """Nothing is asked, nothing is called missing, and what is open is listed."""
    answer = checked("- requests\n- zxqvwk - thing\n- numpy\n", online=False)
    assert small_world == []
    assert not answer.unfinished
    assert [one.name for one in answer.report.unchecked] == ["zxqvwk"]
    assert [finding.code for finding in answer.report.findings] == []
    assert [mention.name for mention in answer.report.mentions] == ["requests", "zxqvwk", "numpy"]


@pytest.mark.usefixtures("small_world")
def test_an_index_that_fails_leaves_the_check_unfinished(monkeypatch: pytest.MonkeyPatch):
    """What was to be asked and got no answer is not passed over."""
    failed = Asked(lookup=lambda _: None, failed={"zxqvwk": "the index did not answer"})
    monkeypatch.setattr(app_check, "ask", lambda *_: failed)
    answer = checked("- requests\n- zxqvwk - thing\n- numpy\n")
    assert answer.unfinished
    assert [(one.name, one.reason) for one in answer.report.unchecked] == [
        ("zxqvwk", "the index did not answer")
    ]


@pytest.mark.usefixtures("small_world")
def test_an_index_that_is_silent_on_known_projects_is_said_once(monkeypatch: pytest.MonkeyPatch):
    """What they are is known; only their age is not, so the check is no failure."""
    silent = Asked(lookup=lambda _: None, failed={}, silent=frozenset({"pyyaml", "docker"}))
    monkeypatch.setattr(app_check, "ask", lambda *_: silent)
    answer = checked("- PyYAML\n- docker\n- json\n")
    assert not answer.unfinished
    assert [one.said for one in answer.report.unchecked] == [
        "how alive 2 distributions are: the index did not answer"
    ]


@pytest.mark.usefixtures("small_world")
def test_what_the_text_installs_decides():
    """A name that nobody knows is what the entry itself installs."""
    text = """\
1. **Flask**
2. **Django REST framework**
   - `pip install djangorestframework`
3. **requests**
"""
    mention = checked(text).report.mentions[1]
    assert (mention.state, mention.id) == ("brand", "pypi:djangorestframework")


@pytest.mark.usefixtures("small_world")
def test_files_that_are_too_large_are_left_and_said_so():
    """Nothing of them is read."""
    answer = check(
        [Text(path="big.md", data=b"- os\n" * (LARGEST // 5 + 1)), Text(path="x.md", data=b"- os")],
        "",
        named.TODAY,
        online=False,
    )
    assert [mention.path for mention in answer.report.mentions] == ["x.md"]
    assert [one.path for one in answer.report.unchecked] == ["big.md"]
    assert answer.unfinished


@pytest.mark.usefixtures("small_world")
def test_duplicates_are_counted_within_a_file():
    """Two lists may name the same module."""
    texts = [Text(path=name, data=b"- os\n- re\n") for name in ("a.md", "b.md")]
    assert check(texts, "", named.TODAY, online=True).report.findings == ()


def test_a_file_is_loaded_with_its_faults(tmp_path: Path):
    """A folder or nothing is wrong usage; a file that cannot be read is part of the answer."""
    (tmp_path / "x.md").write_bytes(b"- os")
    assert load(str(tmp_path / "x.md")).data == b"- os"
    for path in (tmp_path, tmp_path / "none.md"):
        with pytest.raises(UsageError):
            load(str(path))
    with (tmp_path / "big.md").open("wb") as file:
        file.truncate(LARGEST + 1)
    assert "larger" in load(str(tmp_path / "big.md")).fault


def test_a_python_that_is_none_is_wrong_usage():
    """The target must be one that the table knows."""
    with pytest.raises(UsageError):
        knowledge("2.7")
    assert knowledge("3.11").target == "3.11"


CODES = {
    *("TC101", "TC102", "TC103", "TC104", "TC105", "TC106", "TC107", "TC108"),
    *("TC201", "TC202", "TC301", "TC401", "TC406", "TC407", "TC409"),
}


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_the_five_lists_are_judged_as_by_hand(path: Path):
    """With the catalog of this checkout, names and findings are those of the reading by hand."""
    lines = path.with_suffix(".truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = [json.loads(line) for line in lines]
    report = check([load(str(path))], "3.13", named.TODAY, online=False).report
    sure = [entry for entry in truth if not entry.get("optional")]
    names = {(mention.line, mention.name) for mention in report.mentions}
    assert {(entry["line"], entry["name"]) for entry in sure} <= names
    assert names <= {(entry["line"], entry["name"]) for entry in truth}
    found = {(f.line, f.code) for f in report.findings if f.code in CODES}
    wanted = {(entry["line"], code) for entry in sure for code in entry["issues"]}
    allowed = wanted | {(entry["line"], code) for entry in truth for code in entry["issues"]}
    assert {pair for pair in wanted if pair[1] in CODES} <= found <= allowed
    for entry in sure:
        (mention,) = [
            m for m in report.mentions if (m.line, m.name) == (entry["line"], entry["name"])
        ]
        assert mention.category == (entry["category"] or "")
        assert bool(mention.purpose) == entry["has_purpose"]
        assert normalised(mention.text) == normalised(entry["text"])


LAST_RELEASES = {
    "face-recognition": "2020-02-20",
    "docker-py": "2018-06-01",
    "azure-mgmt": "2020-10-20",
    "google-cloud": "2018-06-12",
    "python-dotenv": "2025-10-26",
}
"""As the index has them."""


@pytest.mark.parametrize("path", sorted(LISTS.glob("*.txt")), ids=lambda path: path.name[:3])
def test_what_is_quiet_in_the_five_lists(path: Path, monkeypatch: pytest.MonkeyPatch):
    """With the dates of the index the findings are those of the reading by hand."""

    def lookup(name: str) -> Published:
        key = normalised(name)
        return named.published(key, released=LAST_RELEASES.get(key, "2026-01-01"))

    monkeypatch.setattr(app_check, "ask", lambda *_: Asked(lookup=lookup, failed={}))
    monkeypatch.setattr(other_projects, "dossiers_of", named.dossiers)
    report = check([load(str(path))], "3.13", named.TODAY, online=True).report
    found = {f.line for f in report.findings if f.code == "TC302"}
    lines = path.with_suffix(".truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = [json.loads(line) for line in lines]
    assert found == {entry["line"] for entry in truth if "TC302" in entry["issues"]}
