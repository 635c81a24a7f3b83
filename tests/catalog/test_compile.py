"""From content and receipts to one file."""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

import content
from content import JSON, RUAMEL, YAML
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.postings import index
from toolcrib.catalog.proving import prove_all
from toolcrib.catalog.unpack import unpack
from toolcrib.catalog.vectors import scaled, unpacked
from toolcrib.model.catalog import Catalog
from toolcrib.model.proof import Word
from toolcrib.model.receipt import BARRED, EMSCRIPTEN, Cell, Grade, Outcome, Receipt
from toolcrib.model.task import Output


def receipts_of(catalog: Catalog, task: str, file: str, **more: object) -> tuple[Receipt, ...]:
    """Return a passed run of a solution, and its run without the module."""
    run = content.receipt(catalog.tasks[task], file, catalog.files[task], **more)
    blocked = {**more, "blocked": True, "outcome": Outcome.FAILED, "reason": BARRED}
    return run, content.receipt(catalog.tasks[task], file, catalog.files[task], **blocked)


def captured() -> Catalog:
    """Return the small catalog with an output of the YAML task that nobody wrote by hand."""
    catalog = content.small()
    task = catalog.tasks["read-a-yaml-config"]
    solutions = task.solutions
    more = {"title": task.title, "output": Output(expected_from="second-solution")}
    tasks = [content.task(task.id, *solutions, **more)]
    return content.catalog(list(catalog.modules.values()), tasks)


def test_the_same_content_gives_the_same_bytes(tmp_path: Path):
    """Whoever compiles a catalog gets the same file, so files can be compared by their hash."""
    one, other = tmp_path / "one.sqlite", tmp_path / "other.sqlite"
    for path in (one, other):
        compile_bundle(content.small(), {}, path)
    assert one.read_bytes() == other.read_bytes()


def test_a_bundle_is_replaced_in_whole(tmp_path: Path):
    """Who has the old one open reads on in it, and nothing else is left in the folder."""
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.small(), {}, path)
    with Bundle(str(path)) as old:
        compile_bundle(content.catalog([content.module(JSON)], []), {}, path)
        assert old.task("check-a-port") is not None
    with Bundle(str(path)) as new:
        assert new.task("check-a-port") is None
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_the_old_bundle(tmp_path: Path):
    """Content that cannot be compiled spoils nothing, and leaves no draft."""
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.small(), {}, path)
    before = path.read_bytes()
    broken = content.catalog([], [content.task("no-files")], files={})
    with pytest.raises(KeyError):
        compile_bundle(broken, {}, path)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_unpacking_gives_the_catalog_and_its_receipts(tmp_path: Path):
    """An installed bundle can be merged with a user's catalog, for nothing is lost in it."""
    catalog = content.small()
    receipts = {JSON: receipts_of(catalog, "read-and-write-json", "with_json.py")}
    path = tmp_path / "bundle.sqlite"
    compile_bundle(catalog, receipts, path)
    with Bundle(str(path)) as made:
        unpacked, found = unpack(made)
    assert unpacked == catalog
    assert {module: set(map(repr, lines)) for module, lines in found.receipts.items()} == {
        JSON: set(map(repr, receipts[JSON]))
    }


VECTORS = {"yaml": content.vector(7), "~00": content.vector(0, 7)}


def test_unpacking_gives_the_vectors_of_words(tmp_path: Path):
    """Compiled again, they make the same file; without them it is another one."""
    paths = [tmp_path / name for name in ("one", "again", "without")]
    compile_bundle(content.small(), {}, paths[0], vectors=VECTORS)
    with Bundle(str(paths[0])) as made:
        catalog, beside = unpack(made)
    assert beside.vectors == VECTORS
    compile_bundle(catalog, beside.receipts, paths[1], vectors=beside.vectors)
    compile_bundle(catalog, beside.receipts, paths[2])
    one, again, without = (path.read_bytes() for path in paths)
    assert one == again != without


def test_documents_have_the_directions_of_their_words(tmp_path: Path):
    """Each has a row, by number; one without a known word leads nowhere. So has each `~`."""
    compile_bundle(content.small(), {}, tmp_path / "bundle", vectors=VECTORS)
    with Bundle(str(tmp_path / "bundle")) as made:
        ahead, away = scaled(unpacked(VECTORS["yaml"])), scaled(unpacked(VECTORS["~00"]))
        documents = index(content.small()).documents
        near = made.matrix("documents").nearness(ahead)
        about = {key for key, per_cent in zip(documents, near, strict=True) if per_cent == 100}
        assert about == {YAML, RUAMEL, "read-a-yaml-config"}
        assert set(near) == {0, 100}
        assert made.matrix("elsewhere").nearness(away) == [100]


def test_the_order_of_vectors_does_not_matter(tmp_path: Path):
    """Whoever joins catalogs in another order gets the same bytes."""
    turned = dict(reversed(VECTORS.items()))
    for name, vectors in (("one", VECTORS), ("other", turned)):
        compile_bundle(content.small(), {}, tmp_path / name, vectors=vectors)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


def test_measurements_of_the_present_source(tmp_path: Path):
    """Of each solution the newest measurement is kept, if it is of the solution as it is now."""
    catalog = content.small()
    task = catalog.tasks["read-a-yaml-config"]
    files = catalog.files[task.id]
    old = content.measurement(task, "with_pyyaml.py", files, when=datetime(2026, 10, 1, tzinfo=UTC))
    new = content.measurement(task, "with_pyyaml.py", files)
    stale = content.measurement(task, "with_ruamel_yaml.py", files, source="of yesterday")
    gone = msgspec.structs.replace(new, task="no-such-task")
    other = msgspec.structs.replace(new, solution="with_nothing.py")
    path = tmp_path / "bundle.sqlite"
    compile_bundle(catalog, {}, path, [new, old, stale, gone, other])
    with Bundle(str(path)) as made:
        assert made.measurements() == (new,)
        assert made.measurement(task.id, "with_pyyaml.py") == new
        assert made.measurement(task.id, "with_ruamel_yaml.py") is None


def test_what_is_captured_is_proven_by_a_second_module():
    """A passing solution with another module confirms an output that was not written by hand."""
    catalog = captured()
    task = "read-a-yaml-config"
    alone = {YAML: receipts_of(catalog, task, "with_pyyaml.py")}
    assert prove_all(catalog, alone)[task, "with_pyyaml.py"].word is Word.RAN
    both = alone | {RUAMEL: receipts_of(catalog, task, "with_ruamel_yaml.py")}
    assert prove_all(catalog, both)[task, "with_pyyaml.py"].word is Word.PROVEN


@pytest.mark.parametrize(
    "more",
    [
        {"source": "of yesterday"},
        {"outcome": Outcome.WRONG_OUTPUT},
        {"grade": Grade.PLAIN},
        {"cell": Cell(python="3.14", platform=EMSCRIPTEN)},
    ],
)
def test_only_a_valid_passed_run_in_a_pod_confirms(more: dict[str, object]):
    """A stale, failed or open run of the second solution, or one in a browser, confirms nothing."""
    catalog = captured()
    task = "read-a-yaml-config"
    receipts = {
        YAML: receipts_of(catalog, task, "with_pyyaml.py"),
        RUAMEL: receipts_of(catalog, task, "with_ruamel_yaml.py", **more),
    }
    assert prove_all(catalog, receipts)[task, "with_pyyaml.py"].word is Word.RAN


def test_receipts_of_what_is_gone_are_left_out(tmp_path: Path):
    """A receipt of a task that the catalog has no more is not carried along."""
    catalog = content.small()
    task = catalog.tasks["read-and-write-json"]
    line = content.receipt(task, "with_json.py", catalog.files[task.id], source="-")
    smaller = content.catalog([content.module(JSON)], [])
    path = tmp_path / "bundle.sqlite"
    compile_bundle(smaller, {JSON: (line,)}, path)
    with Bundle(str(path)) as made:
        assert unpack(made)[1].receipts == {}


_NAMES = "read_rows.rows_read.row.rows.read_row.reads.row_reads.reading_rows"
_INDEX = f"""
import content
from toolcrib.catalog.postings import index
code = "import a\\na.{_NAMES}"
task = content.task("one", content.solution(content.JSON, code))
print(index(content.catalog([content.module(content.JSON)], [task])))
"""


def test_every_process_weighs_words_alike():
    """Names of one word in several forms count in one order, whatever Python's sets are in."""
    said = set()
    for seed in range(8):
        environment = {"PYTHONHASHSEED": str(seed), "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", _INDEX]
        done = subprocess.run(command, check=True, capture_output=True, env=environment)
        said.add(done.stdout)
    assert len(said) == 1
