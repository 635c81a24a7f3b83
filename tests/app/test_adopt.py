"""Lists become a catalog: what they say, where they say it, and what is wrong in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import named
from toolcrib.app import check as app_check
from toolcrib.app.adopt import Adopted, adopt, slug
from toolcrib.app.adopted import PAGE, write_catalog
from toolcrib.app.check import Text, check
from toolcrib.catalog.folder import read_catalog, read_task
from toolcrib.errors import UsageError
from toolcrib.model.module import ModuleId

COURSE = """\
# 1. Data

- json - texts and values
  - settings of programs
- PyYAML - YAML

# 2. Cloud

- docker-py - containers
- tesseract-ocr - letters
- dotenv - settings
"""
NOTES = """\
## data

### json

Purpose: turn values into text.

```python
import json
print(json.dumps({"a": 1}))
```
"""


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests, and ask their index."""
    monkeypatch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
    monkeypatch.setattr(app_check, "ask", named.asked)


def adopted(**lists: str) -> Adopted:
    """Adopt lists, each under its name."""
    texts = [Text(path=f"some/{name}.md", data=text.encode()) for name, text in lists.items()]
    return adopt(check(texts, "", named.TODAY, online=True).report, named.world())


def test_what_lists_say_of_a_module_is_one_entry() -> None:
    """Purpose and use cases come along, with document and line; a second list adds to it."""
    found = adopted(course=COURSE, notes=NOTES)
    (json,) = (module for module in found.modules if module.id == "std:json")
    assert json.purpose == "texts and values"
    assert [(one.document, one.line) for one in json.said] == [("course.md", 3), ("notes.md", 3)]
    assert json.categories == ("data",)
    assert next((c.key, c.title) for c in found.categories) == ("data", "1. Data")


def test_a_name_leads_to_what_is_meant() -> None:
    """Old and wrong names stand on the shelf as what they mean, and what is wrong is named."""
    found = adopted(course=COURSE)
    ids = {module.id for module in found.modules}
    assert {"pypi:docker", "pypi:python-dotenv", "pypi:pyyaml"} <= ids
    (collection,) = found.collections
    assert collection.headings[0].modules == ("std:json", "pypi:pyyaml")
    assert {wrong.line for wrong in found.wrong} >= {9, 10, 11}
    assert any("TC106" in wrong.text for wrong in found.wrong)


def test_an_example_is_the_draft_of_a_task(tmp_path: Path) -> None:
    """Its program is the list's own; it lies apart until somebody makes a task of it."""
    write_catalog(tmp_path / "mine", adopted(notes=NOTES))
    task, _ = read_task(tmp_path / "mine" / "drafts" / "use-json")
    (solution,) = task.solutions
    assert solution.code.endswith('import json\nprint(json.dumps({"a": 1}))\n')
    assert task.title == "Use json as in line 7 of notes.md"
    assert read_catalog(tmp_path / "mine").tasks == {}


def test_the_catalog_can_be_read(tmp_path: Path) -> None:
    """What was written is what was adopted, and a page says what needs a look."""
    found = adopted(course=COURSE, notes=NOTES)
    write_catalog(tmp_path / "mine", found)
    catalog = read_catalog(tmp_path / "mine")
    assert catalog.modules == {module.id: module for module in found.modules}
    assert {c.id: c for c in catalog.collections} == {c.id: c for c in found.collections}
    page = (tmp_path / "mine" / PAGE).read_text(encoding="utf-8")
    assert "course.md:10: TC106" in page


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A folder that holds something is not touched."""
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not empty"):
        write_catalog(tmp_path, adopted(course=COURSE))
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@given(WORDS, WORDS)
def test_any_heading_and_purpose_can_be_written(
    tmp_path_factory: pytest.TempPathFactory, heading: str, purpose: str
) -> None:
    """Quotes, controls and other scripts come back as they were read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app_check, "knowledge", lambda target: named.world(target or "3.13"))
        patch.setattr(app_check, "ask", named.asked)
        found = adopted(course=f"# {heading}\n\n- json - {purpose}\n- PyYAML - {purpose}\n")
    folder = tmp_path_factory.mktemp("any") / "mine"
    write_catalog(folder, found)
    assert read_catalog(folder).modules == {module.id: module for module in found.modules}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("3. Web Development", "web-development"),
        ("Réseaux et Web :", "reseaux-et-web"),
        ("IV) Données", "donnees"),
        ("數據", "數據"),
        ("???", "list"),
    ],
)
def test_keys_of_shelves(text: str, key: str) -> None:
    """Numbers before a heading are no part of it, accents and case neither."""
    assert slug(text) == key


def test_ids_that_are_no_ids_are_left_out() -> None:
    """What becomes the name of a file has the form of an id."""
    report = check([Text(path="a.md", data=COURSE.encode())], "", named.TODAY, online=True).report
    assert all("/" not in module.id for module in adopt(report, named.world()).modules)
    assert ModuleId("std:json") in {module.id for module in adopt(report, named.world()).modules}
