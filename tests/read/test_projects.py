"""Files in which projects say what they require, and notebooks: every name at its very place."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from named import known
from toolcrib.model.mention import Reading
from toolcrib.read import reader_for
from toolcrib.text.json import characters, strings
from toolcrib.text.source import Source
from toolcrib.text.toml import places


def read(path: str, text: str) -> Reading:
    """Read a text by the reader for a file's name, and see that each mention stands there."""
    reading = reader_for(path).read(path, text, known)
    source = Source(text=text)
    for mention in reading.mentions:
        start = mention.column - 1
        line = source.line(mention.line)
        assert line[start : start + len(mention.text)] == mention.text
    return reading


def told(path: str, text: str) -> list[tuple[int, int, str, str]]:
    """Return line, column, name and group of each mention."""
    return [(m.line, m.column, m.written, m.category) for m in read(path, text).mentions]


PYPROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]

[project]
name = "thing"  # dependencies = ["no"]
dependencies = [
    "requests[socks] >=2 ; python_version > '3.8'",  # HTTP
    'Flask',
    # "numpy",
]
description = "dependencies = [no]"
[project.optional-dependencies]
"all in" = ["pandas", "pyarrow"]

[dependency-groups]
test = [{include-group = "lint"}, "pytest"]
lint = ["ruff==0.6"]

[tool.poetry.dependencies]
python = "^3.11"
httpx = {version = "^0.27", extras = ["http2"]}
"ruamel.yaml" = "*"
[tool.poetry.group.docs.dependencies]
mkdocs = "*"
[tool.hatch.envs.default]
dependencies = ["coverage"]
[tool.other]
dependencies = ["nothing"]
"""


def test_a_project_requires_what_its_tables_say():
    """Those of the standards and of the tools that have their own; nothing else in the file."""
    assert told("a/pyproject.toml", PYPROJECT) == [
        (2, 14, "hatchling", "requires"),
        (7, 6, "requests", "dependencies"),
        (8, 6, "Flask", "dependencies"),
        (13, 14, "pandas", "all in"),
        (13, 24, "pyarrow", "all in"),
        (16, 36, "pytest", "test"),
        (17, 10, "ruff", "lint"),
        (21, 1, "httpx", "dependencies"),
        (22, 2, "ruamel.yaml", "dependencies"),
        (24, 1, "mkdocs", "docs"),
        (26, 18, "coverage", "default"),
    ]
    assert read("pyproject.toml", PYPROJECT).mentions[1].purpose == "HTTP"


@pytest.mark.parametrize("path", ["pyproject.toml", "Pipfile"])
@pytest.mark.parametrize("text", ["[project", "a = [" * 5000, "x"])
def test_what_is_no_toml_is_unchecked(path: str, text: str):
    """The parser's reason is said; nothing is guessed."""
    reading = read(path, text)
    assert reading.mentions == ()
    assert "not valid TOML" in reading.unchecked[0].reason


def test_a_pipfile_requires_the_keys_of_its_tables():
    """Sources, scripts and the Python are no packages; any other table is a group of them."""
    text = (
        '[[source]]\nurl = "x"\n[packages]\nrequests = "*"\r\n[dev-packages]\n'
        '"pytest" = {version = "*"}\n[requires]\npython_version = "3.12"\n'
    )
    assert told("Pipfile", text) == [
        (4, 1, "requests", "packages"),
        (6, 2, "pytest", "dev-packages"),
    ]


SETUP = """\
[metadata]
name = thing
[options]
packages = find:
install_requires =
    requests>=2
    # numpy
    PyYAML ; python_version < "4"
setup_requires = wheel
[options.extras_require]
test =
    pytest
    coverage[toml]
[tool:pytest]
addopts = -q
"""


def test_setup_cfg_requires_the_lines_of_its_options():
    """One a line, below the key or behind it."""
    assert told("setup.cfg", SETUP) == [
        (6, 5, "requests", "install_requires"),
        (8, 5, "PyYAML", "install_requires"),
        (9, 18, "wheel", "setup_requires"),
        (12, 5, "pytest", "test"),
        (13, 5, "coverage", "test"),
    ]


ENVIRONMENT = """\
name: lab
channels:
  - conda-forge
dependencies:
  - python=3.12
  - numpy=1.26  # arrays
  - conda-forge::pandas>=2
  - libgdal
  - pip:
    - zxqvwk==1.0
    - "flask[async]"
  - scipy
variables:
  numpy: x
"""


def test_an_environment_requires_what_conda_and_pip_install():
    """Packages of conda count where they are known by the very same name, those of pip always."""
    assert told("environment-dev.yml", ENVIRONMENT) == [
        (6, 5, "numpy", "dependencies"),
        (7, 18, "pandas", "dependencies"),
        (10, 7, "zxqvwk", "pip"),
        (11, 8, "flask", "pip"),
        (12, 5, "scipy", "dependencies"),
    ]


def notebook(*cells: tuple[str, str | list[str]], indent: int | None = 1) -> str:
    """Return a notebook as Jupyter writes it."""
    content = [{"cell_type": kind, "metadata": {}, "source": text} for kind, text in cells]
    return json.dumps({"cells": content, "metadata": {}, "nbformat": 4}, indent=indent)


def test_a_notebook_is_read_as_one_document():
    """Headings hold for the cells below, code is an example, places are those of the file."""
    text = notebook(
        (
            "markdown",
            ["# Daten \u00e9\n", "\n", "- `json` - data \u201cof the web\u201d\n", "- os\n"],
        ),
        ("code", ["!pip install -q numpy 'pandas>=2' -r more.txt && ls\n", "import os\n"]),
        ("raw", "- shutil - copies\n"),
        ("markdown", "- `re` - patterns"),
    )
    reading = read("a.ipynb", text)
    assert [(m.line, m.written, m.form) for m in reading.mentions] == [
        (9, "json", "item"),
        (10, "os", "item"),
        (17, "numpy", "requirement"),
        (17, "pandas", "requirement"),
        (29, "re", "item"),
    ]
    assert [m.category for m in reading.mentions] == [
        "Daten \u00e9",
        "Daten \u00e9",
        "",
        "",
        "Daten \u00e9",
    ]
    assert reading.mentions[0].purpose == "data \u201cof the web\u201d"
    assert [example.line for example in reading.mentions[1].examples] == [17]
    assert [(one.line, one.text) for one in reading.headings] == [(7, "Daten \u00e9")]


@pytest.mark.parametrize("text", ["", "[", "[" * 100_000, "{", '"\\ud800"'])
def test_what_is_no_notebook_is_unchecked_or_empty(text: str):
    """No text makes the reader stumble, however deep."""
    assert read("a.ipynb", text).mentions == ()


@given(texts=st.lists(st.text(max_size=20), max_size=3), ascii_only=st.booleans())
def test_strings_of_json_are_found_with_all_their_characters(*, texts: list[str], ascii_only: bool):
    """Escapes, pairs of surrogates, keys beside them: each string is what a parser says it is."""
    document = json.dumps({"a": [{"b": texts}], "c": "d"}, ensure_ascii=ascii_only)
    found = {place.path: place for place in strings(document)}
    for number, text in enumerate(texts):
        place = found["a", 0, "b", number]
        assert "".join(char for char, _ in characters(document, place)) == text
    assert found["c",]


def test_keys_and_strings_of_toml_are_found_wherever_they_are():
    """Dotted and quoted keys, arrays over lines, inline tables, comments and long strings."""
    text = (
        'a.b = "x" # "no"\n[t."u v"]\nc = [\n  ["y"], # ]\n'
        "  {d = 'z'},\n]\n" + 'e = """\n"no" """\nf = 1\n'
    )
    found = [(place.path, place.is_key, text[place.start : place.end]) for place in places(text)]
    assert found == [
        (("a", "b"), True, "b"),
        (("a", "b"), False, "x"),
        (("t", "u v"), True, "u v"),
        (("t", "u v", "c"), True, "c"),
        (("t", "u v", "c"), False, "y"),
        (("t", "u v", "c", "d"), True, "d"),
        (("t", "u v", "c", "d"), False, "z"),
        (("t", "u v", "e"), True, "e"),
        (("t", "u v", "f"), True, "f"),
    ]
