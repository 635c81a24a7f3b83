"""Reading from a bundle."""

import sqlite3
from pathlib import Path

import pytest

import content
from content import JSON, OPENCV, RUAMEL, YAML
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.errors import ContentError
from toolcrib.model.hit import Meant
from toolcrib.model.proof import Word
from toolcrib.model.task import TaskFiles


def test_values_come_back_as_they_were(bundle: Bundle):
    """Modules, tasks, files, shelves and traps are those of the catalog."""
    catalog = content.small()
    assert {module.id: module for module in bundle.modules()} == catalog.modules
    for id_, task in catalog.tasks.items():
        assert bundle.task(id_) == task
        assert bundle.files(id_) == catalog.files[id_]
    assert bundle.categories() == catalog.categories
    assert bundle.collections() == catalog.collections
    assert bundle.traps() == catalog.traps


def test_what_is_not_there_is_none(bundle: Bundle):
    """A wrong id is no fault of the bundle."""
    assert bundle.module("std:gone") is None
    assert bundle.task("gone") is None
    assert bundle.proof("read-and-write-json", "gone.py") is None
    assert bundle.entry("std:gone") is None
    assert bundle.modules_named("gone") == ()


@pytest.mark.parametrize(
    ("key", "module", "name", "why"),
    [
        ("yaml", YAML, "import yaml", ""),
        ("pyyaml", YAML, "PyYAML", ""),
        ("py-yaml", YAML, "py-yaml", "a stub"),
        ("cv2", OPENCV, "import cv2", ""),
        ("ruamel-yaml", RUAMEL, "ruamel-yaml", ""),
        ("json", JSON, "json", ""),
    ],
)
def test_names_lead_to_modules(bundle: Bundle, key: str, module: str, name: str, why: str):
    """A module is found by its own name, what one imports, and what people take for it."""
    assert bundle.modules_named(key) == (Meant(module=module, name=name, why=why),)


def test_proofs_are_computed_when_the_bundle_is_made(bundle: Bundle):
    """What has receipts is proven, what has none is not yet, in words and as a value."""
    proof = bundle.proof("read-and-write-json", "with_json.py")
    assert proof is not None
    assert proof.word is Word.PROVEN
    assert bundle.solution_line("read-and-write-json", JSON)[1] == "proven on 3.12"
    assert bundle.solution_line("read-a-yaml-config", YAML)[1] == "not yet proven"
    assert len(bundle.receipts("read-and-write-json", "with_json.py")) == 2


def test_receipts_come_back_as_they_were(tmp_path: Path):
    """All of a solution's receipts are there, in an order of their own; of another one, none."""
    task = content.task("read", content.solution(JSON, "import json"))
    made = content.catalog([content.module(JSON)], [task])
    file, files = task.solutions[0].file, made.files["read"]
    lines = [content.receipt(task, file, files, peak_memory=size) for size in (3 << 20, 2 << 20)]
    for name, given in (("one", lines), ("other", lines[::-1])):
        compile_bundle(made, {JSON: tuple(given)}, tmp_path / name)
    with Bundle(str(tmp_path / "one")) as one, Bundle(str(tmp_path / "other")) as other:
        found = one.receipts("read", file)
        assert found == other.receipts("read", file)
        assert sorted(map(repr, found)) == sorted(map(repr, lines))
        assert one.receipts("read", "with_yaml.py") == ()


def test_files_of_a_task_come_back(tmp_path: Path):
    """Input, expected output and driver are what they were, whatever their names."""
    task = content.task("read", content.solution(JSON, "import json"))
    files = TaskFiles(expected="1\n", inputs={"driver": b"a", "a/b": b"c"}, driver="print(1)")
    path = tmp_path / "bundle.sqlite"
    made = content.catalog([content.module(JSON)], [task], files={"read": files})
    compile_bundle(made, {}, path)
    with Bundle(str(path)) as bundle:
        assert bundle.files("read") == files


def test_the_preferred_solution_has_a_reason(bundle: Bundle):
    """It says why it comes first; the others say nothing."""
    assert bundle.solution_line("read-a-yaml-config", YAML)[2] == "small and everywhere"
    assert bundle.solution_line("read-a-yaml-config", RUAMEL)[2] == ""


def test_tasks_of_a_module_come_in_the_order_of_its_use_cases(tmp_path: Path):
    """The first use case is what a module is mainly for, so its task is shown first."""
    module = content.module(JSON, use_cases=("web APIs", "settings"))
    tasks = [
        content.task("a", content.solution(JSON, "import json"), covers=(f"{JSON}: settings",)),
        content.task("b", content.solution(JSON, "import json")),
        content.task("c", content.solution(JSON, "import json"), covers=(f"{JSON}: web APIs",)),
    ]
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.catalog([module], tasks), {}, path)
    with Bundle(str(path)) as made:
        assert made.tasks_of(JSON) == ("c", "a", "b")


def test_texts_are_translated_or_not(bundle: Bundle):
    """What has no translation, or no language, is empty."""
    assert bundle.translated("fr", "Networking") == "Réseau"
    assert bundle.translated("fr", "Data formats") == ""
    assert bundle.translated("de", "Networking") == ""
    assert bundle.languages() == ("fr",)


@pytest.mark.parametrize("name", ["a b.sqlite", "50%.sqlite", "what?.sqlite", "a#b.sqlite"])
def test_any_file_name_will_do(tmp_path: Path, name: str):
    """Marks that mean something in a URI are taken as they are."""
    path = tmp_path / name
    compile_bundle(content.small(), {}, path)
    with Bundle(str(path)) as made:
        assert made.module(JSON) is not None


def test_a_bundle_is_never_written_to(tmp_path: Path):
    """It is opened for reading alone, and may lie where nobody can write."""
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.small(), {}, path)
    with Bundle(str(path)) as made, pytest.raises(sqlite3.OperationalError, match="readonly"):
        made.rows("DELETE FROM tasks")


@pytest.mark.parametrize("data", [None, b"", b"no database at all"])
def test_no_bundle_is_said_to_be_none(tmp_path: Path, data: bytes | None):
    """A file that is missing, empty or something else is a fault with its name."""
    path = tmp_path / "bundle.sqlite"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(ContentError, match=r"bundle\.sqlite is no bundle"):
        Bundle(str(path))


def test_a_bundle_of_another_format_is_refused(tmp_path: Path):
    """Tables of an older toolcrib are not guessed at."""
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.small(), {}, path)
    connection = sqlite3.connect(path)
    connection.execute("UPDATE meta SET value = '0' WHERE key = 'format'")
    connection.commit()
    connection.close()
    with pytest.raises(ContentError, match="another version"):
        Bundle(str(path))
