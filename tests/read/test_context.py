"""What an entry says beside its name: purpose, use cases, category, examples."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from named import known
from toolcrib.model.mention import Mention
from toolcrib.read import reader_for


def mentions(text: str) -> dict[str, Mention]:
    """Read a Markdown text; return its mentions by name."""
    return {m.written: m for m in reader_for("x.md").read("x.md", text, known).mentions}


@pytest.mark.parametrize(
    "purpose", ["type checking", "package manager", "import hooks", "key store"]
)
def test_two_words_after_a_name_are_its_purpose(purpose: str):
    """They are, even where the first of them is often a label."""
    found = mentions(f"- `json` - {purpose}\n- `os`: {purpose}\n\n## Docs\n\n- re\n  - {purpose}\n")
    assert [found[name].purpose for name in ("json", "os", "re")] == [purpose] * 3


@pytest.mark.parametrize("label", ["Purpose:", "Use case:", "Use case -", "用途\uff1a", "Zweck -"])
def test_a_label_is_no_purpose(label: str):
    """A word that names a field, or two with a colon behind them; what follows is what counts."""
    found = mentions(f"- json\n  - {label} to read data\n- os\n  - {label}\n")
    assert (found["json"].purpose, found["os"].purpose) == ("to read data", "")


@pytest.mark.parametrize(
    ("written", "purpose"),
    [
        ("- TOML (from 3.11)", "TOML (from 3.11)"),
        (": streams (input/output).", "streams (input/output)"),
        (" - (files)", "files"),
        (" - both (a) and (b)", "both (a) and (b)"),
        (" - files)", "files"),
        ("\uff1a读取\uff08文件\uff09", "读取\uff08文件\uff09"),
    ],
)
def test_a_bracket_is_cut_only_without_its_partner(written: str, purpose: str):
    """What stands in brackets at the end of a purpose belongs to it, with both of them."""
    assert mentions(f"- `json` {written}\n- `os` - things\n")["json"].purpose == purpose


PARTS = st.sampled_from(["(a)", "(b (c))", "\uff08d\uff09", "()", "x", " ", ".", "-", ": "])


@given(st.lists(PARTS, max_size=8).map("".join))
def test_brackets_of_a_purpose_stay_in_pairs(text: str):
    """Where each bracket has its partner, none loses it when the ends are cut."""
    purpose = mentions(f"- `json` - x {text}\n- `os` - things\n")["json"].purpose
    assert purpose.startswith("x")
    assert purpose.count("(") == purpose.count(")") == text.count("(")
    assert purpose.count("\uff08") == purpose.count("\uff09") == text.count("\uff08")


def test_code_is_an_example_only_of_what_it_uses():
    """A fence behind a list is nobody's, unless it has a name of the last entry or imports it."""
    text = "- os - files\n- PyYAML - data\n\n```python\n{}\n```\n"
    assert mentions(text.format("import yaml"))["PyYAML"].examples[0].code == "import yaml\n"
    assert mentions(text.format("print(pyyaml)"))["PyYAML"].examples
    assert mentions(text.format("import toolbox"))["PyYAML"].examples == ()
    assert mentions(text.format("import yamlish"))["PyYAML"].examples == ()


TABLE = """\
# All

| {} | Module | Purpose | Example | Install |
|---|---|---|---|---|
| Data | json | to read data | `json.loads(text)` | |
| {} | PyYAML | the same for YAML | `yaml.safe_load(text)` | `pip install pyyaml` |
| Net | socket | connections | `dict` | `socket` |
"""


@pytest.mark.parametrize("second", ["Data", ""])
def test_a_column_before_the_name_whose_texts_come_again_is_the_category(second: str):
    """It holds for the empty cells below it, and is no use case."""
    found = mentions(TABLE.format("Kind", second))
    categories = {name: m.category for name, m in found.items()}
    assert categories == {"json": "Data", "PyYAML": "Data", "socket": "Net"}
    assert [m.purpose for m in found.values()] == [
        "to read data",
        "the same for YAML",
        "connections",
    ]


def test_a_column_before_the_name_whose_texts_differ_is_none():
    """Then the heading is the category, and what stands there is said of the module."""
    found = mentions(TABLE.format("What", "Files"))
    assert {m.category for m in found.values()} == {"All"}
    assert found["PyYAML"].use_cases == ("Files",)


def test_a_cell_that_is_code_of_the_module_is_an_example():
    """A name, a command to install and foreign code are none."""
    found = mentions(TABLE.format("Kind", "Data"))
    codes = {name: [example.code for example in m.examples] for name, m in found.items()}
    assert codes == {
        "json": ["json.loads(text)"],
        "PyYAML": ["yaml.safe_load(text)"],
        "socket": [],
    }
    assert found["PyYAML"].hint == "pyyaml"
    assert found["json"].use_cases == ()


def test_an_install_command_behind_a_list_is_nobodys():
    """It belongs to an entry that it lies in, or that stands alone before it."""
    command = "```sh\npip install toolbox\n```\n"
    assert mentions(f"- os - files\n- zxqvwk - things\n\n{command}")["zxqvwk"].hint == ""
    alone = f"- json - data\n\n{command}\n- os - files\n"
    assert {name: m.hint for name, m in mentions(alone).items()} == {"json": "toolbox", "os": ""}


def test_what_is_said_of_one_of_several_names_is_its_own():
    """So is an example; a line that only leads to code says nothing, nor does a gloss or a part."""
    text = """\
### `json` and `re` Modules (Text)
- **Purpose**:
  - `json`: data of the web
  - `re`: patterns
- **Use case**: reading logs
- **Example** (using `re`):
  ```python
  import re
  ```

### `os` Module (System)
Paths. Install it with `pip install os`.

- `os.getcwd` where one is
"""
    found = mentions(text)
    assert [found[name].purpose for name in ("json", "re", "os")] == [
        "data of the web",
        "patterns",
        "Paths",
    ]
    assert [found[name].use_cases for name in ("json", "re", "os")] == [
        ("reading logs",),
        ("reading logs",),
        (),
    ]
    assert [len(found[name].examples) for name in ("json", "re")] == [0, 1]


def test_code_behind_a_list_is_that_of_the_entry_that_it_imports():
    """Where it imports several, it is nobody's."""
    code = "```python\nimport {}\n```\n"
    text = "- os - files\n- json - data\n- re - patterns\n\n"
    given = {name: len(m.examples) for name, m in mentions(text + code.format("json")).items()}
    assert given == {"os": 0, "json": 1, "re": 0}
    both = mentions(text + code.format("json\nimport os"))
    assert not any(m.examples for m in both.values())


def test_labels_that_come_again_are_fields_of_their_items():
    """Whatever the language: a wrapped purpose has no label that its siblings have, too."""
    text = "1. os: paths\n   Brukes til: moving: files\n2. json: data\n   Brukes til: settings\n"
    found = mentions(text)
    assert [(m.purpose, m.use_cases) for m in found.values()] == [
        ("paths", ("moving: files",)),
        ("data", ("settings",)),
    ]
    wrapped = "- os: paths and\n  more: folders\n- json: data\n"
    assert mentions(wrapped)["os"].purpose == "paths and more: folders"


TITLED = """\
name,kind,Area,Owner,Description,Use cases
os,std,Files,Ada,paths and processes,"read the environment, list folders"
requests,dist,Web,Ada,pages of the web,call an API
csv,std,Files,Bo,rows of values,
json,std,Web,Bo,,answers of an API
"""


def test_titles_of_columns_say_what_stands_in_them():
    """Category, purpose and use cases stand where their titles say; an owner is none of them."""
    found = reader_for("x.csv").read("x.csv", TITLED, known).mentions
    said = {m.written: (m.category, m.purpose, m.use_cases) for m in found}
    assert said["os"] == ("Files", "paths and processes", ("read the environment, list folders",))
    assert said["requests"] == ("Web", "pages of the web", ("call an API",))
    assert said["csv"] == ("Files", "rows of values", ())
    assert said["json"][:1] == ("Web",)


LETTER = """From: Bo
To: Ada
Date: Monday
Subject: Tools

Dear Ada,

{}

room: the small one
phone: none
floor - third
desk: left of the window
lift - broken
"""


def test_a_list_in_a_letter_is_read_and_a_program_is_not():
    """Lines of names and purposes are a list whatever stands around them; imports are none."""
    lists = "os - files\nsys - the interpreter\nre - patterns", "import os\nimport sys\nimport re"
    found = [reader_for("x.txt").read("x.txt", LETTER.format(one), known).mentions for one in lists]
    assert [[m.written for m in one] for one in found] == [["os", "sys", "re"], []]


def test_a_tag_that_breaks_a_line_makes_no_line_of_the_source():
    """What goes on from an entry is looked for in lines that are there."""
    found = reader_for("x.md").read("x.md", "os<li>os: files<li>re: patterns", known).mentions
    assert {(m.line, m.text) for m in found} == {(1, "os"), (1, "re")}
