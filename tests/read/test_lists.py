"""Lists as people write them: which names stand where."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from named import known
from toolcrib.model.mention import Reading, Renown
from toolcrib.read import READERS, reader_for
from toolcrib.text.source import Source

HERE = Path(__file__).parent
CASES = sorted(p for p in (HERE / "lists").iterdir() if p.suffix != ".expected")


def read(name: str, text: str) -> Reading:
    """Read a text by the reader for a file's name."""
    return reader_for(name).read(name, text, known)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_names_are_found_where_they_stand(path: Path):
    """Every shape that lists have is read; what only looks like a list is not."""
    reading = read(path.name, path.read_text(encoding="utf-8"))
    expected = path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    assert [f"{m.line} {m.text}" for m in reading.mentions] == sorted(
        expected, key=lambda line: int(line.split()[0])
    )


def test_an_entry_says_more_than_its_name():
    """Category, purpose, use cases, link, hint, example and language come with the mention."""
    text = """\
## Data

- [requests](https://example.org/project/requests) - to fetch the pages of a site
- `yaml` (via `PyYAML`): reads and writes the files of a tool

### `json` Module
- **Purpose**: for data of the web
- **Use case**: the answers of an API
- **Example**:
  ```python
  import json
  ```
"""
    first, second, third = read("x.md", text).mentions
    assert (first.category, first.purpose) == ("Data", "to fetch the pages of a site")
    assert (first.hint, first.language) == ("requests", "en")
    assert (second.written, second.hint) == ("yaml", "PyYAML")
    assert (third.purpose, third.use_cases) == ("for data of the web", ("the answers of an API",))
    assert [example.code for example in third.examples] == ["import json\n"]


def test_a_category_is_the_nearest_title():
    """A heading, a lone line, a line with a colon, an item that only groups: the nearest."""
    text = """\
# All

Files

- os

Net:
- socket

- Text
  - re
  - string
"""
    categories = {m.written: m.category for m in read("x.md", text).mentions}
    assert categories == {"os": "Files", "socket": "Net", "re": "Text", "string": "Text"}


def test_a_line_that_is_no_entry_is_shown():
    """Among the lines of a list it is a stray; a title is none."""
    text = "Tools:\nos: files\nsys: the interpreter\nexample :  run it\nre: patterns\n"
    reading = read("x.txt", text)
    assert [m.written for m in reading.mentions] == ["os", "sys", "re"]
    assert [(stray.line, stray.text) for stray in reading.strays] == [(4, "example :  run it")]


def test_overlong_lines_are_left_out_and_said_so():
    """One huge line neither stops nor moves the rest."""
    text = "- os - files\n" + "x" * 70_000 + "\n\n- sys - the interpreter\n"
    reading = read("x.md", text)
    assert [m.line for m in reading.mentions] == [1, 4]
    assert [(one.line, one.reason) for one in reading.unchecked] == [
        (2, "the line is longer than 64 KB")
    ]


@pytest.mark.parametrize(
    ("path", "reader"),
    [
        ("README.md", "markdown"),
        ("docs/a.MARKDOWN", "markdown"),
        ("list.txt", "text"),
        ("list.rst", "rst"),
        ("list", "text"),
        ("requirements.txt", "requirements"),
        ("a/requirements-dev.txt", "requirements"),
        ("constraints.txt", "requirements"),
        ("a/requirements/test.txt", "requirements"),
        ("a\\Requirements\\test.in", "requirements"),
        ("requirements/README.md", "markdown"),
        ("requirements.md", "markdown"),
        ("web/package.json", "foreign"),
        ("Cargo.toml", "foreign"),
        ("packages.json", "json"),
    ],
)
def test_the_name_of_a_file_decides_who_reads_it(path: str, reader: str):
    """Start and end of the name are looked at; what nobody claims is plain text."""
    assert reader_for(path).name == reader


@pytest.mark.parametrize("path", ["package.json", "a/Gemfile", "go.mod/package.json.lock/go.sum"])
def test_what_other_languages_declare_is_not_read(path: str):
    """The same name is another project there; the file is said to be left out, and why."""
    reading = reader_for(path).read(path, '{"dependencies": {"dotenv": "^16"}}', known)
    assert reading.mentions == ()
    assert [one.path for one in reading.unchecked] == [path]
    assert "none of it for Python" in reading.unchecked[0].reason


def test_readers_have_names_of_their_own():
    """Each format is there once."""
    assert len({reader.name for reader in READERS}) == len(READERS)


REQUIREMENTS = """\
# Web
requests>=2  # HTTP
flask[async] ~= 3.0 ; python_version > "3.8"
django==4.2 \\
    --hash=sha256:00
-r other.txt
--index-url https://example.org/simple
git+https://example.org/x/thing.git#egg=thing

# --- Data ---
  numpy
pkg @ https://example.org/pkg.whl
not a requirement
./local
"""


def test_requirements_are_read_line_by_line():
    """One distribution a line; options, hashes, paths and prose are none."""
    mentions = read("requirements.txt", REQUIREMENTS).mentions
    assert [(m.line, m.column, m.text, m.category) for m in mentions] == [
        (2, 1, "requests", "Web"),
        (3, 1, "flask", "Web"),
        (4, 1, "django", "Web"),
        (8, 41, "thing", "Web"),
        (11, 3, "numpy", "Data"),
        (12, 1, "pkg", "Data"),
    ]
    assert mentions[0].purpose == "HTTP"


def never(_: str) -> Renown:
    """Know nothing."""
    return Renown(weight=0.0)


WORDS = st.sampled_from(
    [
        "os",
        "`sys`",
        "**re**",
        "[json](u)",
        "numpy",
        "Web",
        "a b",
        "- x",
        ": y",
        " - ",
        ", ",
        " / ",
        "(via x)",
        "pip install x",
        "\n",
        "\n- ",
        "\n1. ",
        "\n## ",
        "\n| ",
        " | ",
        "|---|\n",
        "```\n",
        "\n\n",
        "  ",
        "、",
        "\uff1a",
        "<li>",
        "</ul>",
        "é",
        "\r\n",
        "__",
        "\\",
        "https://x.y/z",
        "\t",
    ]
)


@given(
    st.lists(WORDS, max_size=30).map("".join),
    st.sampled_from(["x.md", "x.txt", "requirements.txt"]),
)
def test_every_mention_stands_where_it_says(text: str, name: str):
    """Whatever the text, a mention is found at its line and column, with a name in it."""
    for judge in (known, never):
        reading = reader_for(name).read(name, text, judge)
        source = Source(text=text)
        for mention in reading.mentions:
            line = source.line(mention.line)
            start = mention.column - 1
            assert line[start : start + len(mention.text)] == mention.text
            assert mention.text.strip()
            assert mention.written


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str):
    """No text makes a reader stumble."""
    for reader in READERS:
        reader.read("x", text, known)


@pytest.mark.parametrize(
    "path", sorted((HERE.parent / "lists").glob("*.txt")), ids=lambda path: path.name[:3]
)
def test_the_five_lists_are_read_whole(path: Path):
    """Every name of the lists that toolcrib began with is found, and nothing else."""
    lines = path.with_suffix(".truth.jsonl").read_text(encoding="utf-8").splitlines()
    truth = [json.loads(line) for line in lines]
    wanted = {(entry["line"], entry["text"]) for entry in truth if not entry.get("optional")}
    allowed = {(entry["line"], entry["text"]) for entry in truth}
    text = path.read_text(encoding="utf-8")
    found = {(m.line, m.text) for m in read(path.name, text).mentions}
    assert wanted <= found <= allowed
