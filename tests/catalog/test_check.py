"""Faults of content: each has its code, and sound content has none."""

from collections.abc import Callable

import msgspec
import pytest

import content
from content import JSON, SOCKET, YAML
from toolcrib.catalog.check import CHECKS, Surroundings, check_catalog
from toolcrib.catalog.length import lines_of_code
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import Collection, Heading, ModuleId
from toolcrib.model.task import Output, Preference, Run, Task, TaskFiles

GONE, TOMLLIB = ModuleId("pypi:gone"), ModuleId("std:tomllib")
LONG = "\n".join(["x = 1", "", "# more"] * 31)


def one(**more: object) -> Catalog:
    """Return a catalog of one module and one task, the task with what is given."""
    return content.catalog(
        [content.module(JSON, use_cases=("web APIs",))],
        [task(**more)],
    )


def task(**more: object) -> Task:
    """Return a sound task with what is given."""
    return content.task("read-json", content.solution(JSON, "import json"), **more)


def with_solution(id_: ModuleId, body: str, *dependencies: str, doc: str = "So.") -> Catalog:
    """Return a catalog whose task has this solution."""
    entries = [content.module(JSON), content.module(YAML, name="PyYAML")]
    return content.catalog(
        entries, [content.task("read", content.solution(id_, body, *dependencies, doc=doc))]
    )


def changed(**more: object) -> Catalog:
    """Return a catalog whose solution has PyYAML as its dependency, and what is given."""
    catalog = with_solution(YAML, "import yaml", "PyYAML>=6")
    (task,) = catalog.tasks.values()
    solution = msgspec.structs.replace(task.solutions[0], **more)
    task = msgspec.structs.replace(task, solutions=(solution,))
    return msgspec.structs.replace(catalog, tasks={task.id: task})


def with_module(**more: object) -> Catalog:
    """Return a catalog of one module with what is given."""
    return content.catalog([content.module(JSON, **more)], [])


def with_output(text: str) -> Catalog:
    """Return a catalog whose task prints this."""
    return msgspec.structs.replace(one(), files={"read-json": TaskFiles(expected=text)})


def translated(*texts: str) -> Catalog:
    """Return a catalog with a French translation of these texts."""
    return msgspec.structs.replace(one(), translations={"fr": dict.fromkeys(texts, "…")})


def collected(id_: str) -> Catalog:
    """Return a catalog with a collection of this module."""
    headings = (Heading(title="One", modules=(ModuleId(id_),)),)
    collection = Collection(id="shelf", title="Shelf", headings=headings)
    return msgspec.structs.replace(one(), collections=(collection,))


SOUND: list[Callable[[], Catalog]] = [
    content.small,
    one,
    lambda: one(covers=(f"{JSON}: web APIs",)),
    lambda: one(prefer=Preference(id=JSON, why="it is there")),
    lambda: one(run=Run(services=("redis",))),
    lambda: one(output=Output(masks=(r"pid \d+",), pictures=("a.png",))),
    lambda: with_module(alternatives=(TOMLLIB,)),
    lambda: with_solution(YAML, "import yaml", "pyyaml>=6"),
    lambda: with_solution(YAML, "import yaml", "PyYAML[extra] ; python_version > '3'"),
    lambda: with_output("42\n"),
    lambda: changed(build=("pyyaml",), overrides=("a<2",)),
    lambda: collected(JSON),
]

FAULTY: list[tuple[str, str, Callable[[], Catalog]]] = [
    ("unknown-category", "modules/std/json.toml", lambda: with_module(categories=("gone",))),
    ("unknown-category", "tasks/read-json/task.toml", lambda: one(category="gone")),
    ("no-category", "modules/std/json.toml", lambda: with_module(categories=())),
    ("malformed-id", "modules/std/json.toml", lambda: with_module(alternatives=("PyYAML",))),
    ("malformed-id", "modules/std/json.toml", lambda: with_module(alternatives=("pypi:PyYAML",))),
    ("unknown-alternative", "modules/std/json.toml", lambda: with_module(alternatives=(GONE,))),
    ("dead-phrase", "tasks/read-json/task.toml", lambda: one(phrases={"en": ("?!",)})),
    ("unknown-use-case", "tasks/read-json/task.toml", lambda: one(covers=(f"{JSON}: web api",))),
    (
        "prefers-nothing",
        "tasks/read-json/task.toml",
        lambda: one(prefer=Preference(id=YAML, why="-")),
    ),
    ("unknown-module", "tasks/read/with_socket.py", lambda: with_solution(SOCKET, "import socket")),
    ("unknown-module", "collections/shelf.toml", lambda: collected("pypi:gone")),
    ("missing-dependency", "tasks/read/with_pyyaml.py", lambda: with_solution(YAML, "import yaml")),
    ("missing-dependency", "tasks/read/with_pyyaml.py", lambda: with_solution(YAML, "x", "yaml")),
    ("not-by-name", "tasks/read/with_pyyaml.py", lambda: with_solution(YAML, "x", "-e .")),
    ("not-by-name", "tasks/read/with_pyyaml.py", lambda: with_solution(YAML, "x", "PyYAML @ a:b")),
    ("not-by-name", "tasks/read/with_pyyaml.py", lambda: with_solution(YAML, "x", "PyYAML\n-e .")),
    ("not-by-name", "tasks/read/with_pyyaml.py", lambda: with_solution(YAML, "x", "./PyYAML")),
    ("not-by-name", "tasks/read/with_pyyaml.py", lambda: changed(overrides=("-e .",))),
    ("builds-nothing", "tasks/read/with_pyyaml.py", lambda: changed(build=("other",))),
    ("no-expected-output", "tasks/read-json/expected.txt", lambda: with_output("\n\n")),
    ("empty-words", "tasks/read-json/expected.txt", lambda: with_output("True\nOK\n")),
    ("unknown-service", "tasks/read-json/task.toml", lambda: one(run=Run(services=("mysql",)))),
    (
        "driver-and-keyboard",
        "tasks/read-json/task.toml",
        lambda: one(run=Run(driver="drive.py", tty=True)),
    ),
    ("not-png", "tasks/read-json/task.toml", lambda: one(output=Output(pictures=("a.jpg",)))),
    ("not-png", "tasks/read-json/task.toml", lambda: one(output=Output(pictures=("a/b.png",)))),
    ("bad-mask", "tasks/read-json/task.toml", lambda: one(output=Output(masks=("(",)))),
    (
        "tool-without-argparse",
        "tasks/read-json/with_json.py",
        lambda: one(parameters={"path": "a"}),
    ),
    ("too-long", "tasks/read/with_json.py", lambda: with_solution(JSON, LONG)),
    ("no-docstring", "tasks/read/with_json.py", lambda: with_solution(JSON, "import json", doc="")),
    ("no-solution", "tasks/read/task.toml", lambda: content.catalog([], [content.task("read")])),
    ("bad-title", "tasks/read-json/task.toml", lambda: one(title="read JSON")),
    ("bad-title", "tasks/read-json/task.toml", lambda: one(title="Read JSON.")),
    ("bad-title", "tasks/read-json/task.toml", lambda: one(title="How to read JSON")),
    ("bad-title", "tasks/read-json/task.toml", lambda: one(title="Read JSON " * 8)),
    ("bad-title", "tasks/read-json/task.toml", lambda: one(title="Read\nJSON")),
    ("stale-translation", "languages/fr.po", lambda: translated("Read XML")),
    ("missing-translation", "languages/fr.po", lambda: translated("Read json")),
]


def faults_of(catalog: Catalog) -> set[tuple[str, str]]:
    """Return code and place of all faults."""
    return {
        (fault.code, fault.place)
        for fault in check_catalog(catalog, {"redis"}, {"Pitfall"}, {TOMLLIB})
    }


@pytest.mark.parametrize("make", SOUND)
def test_sound_content_has_no_faults(make: Callable[[], Catalog]):
    """What the rules allow is not complained about, translations that are begun aside."""
    found = faults_of(make())
    assert {fault for fault in found if fault[0] != "missing-translation"} == set()


@pytest.mark.parametrize(("code", "place", "make"), FAULTY)
def test_a_fault_has_its_code_and_place(code: str, place: str, make: Callable[[], Catalog]):
    """Each fault is found, with a code that stays and the file to open."""
    assert (code, place) in faults_of(make())


def test_a_use_case_is_covered_by_a_solution_with_its_module():
    """A task that claims another module's use case is told so."""
    entries = [content.module(JSON), content.module(YAML, use_cases=("files",))]
    claims = content.catalog(entries, [task(covers=(f"{YAML}: files",))])
    assert ("uncovered-use-case", "tasks/read-json/task.toml") in faults_of(claims)


def test_titles_are_told_apart_without_their_case():
    """Two tasks with one title are both named."""
    first, second = task(title="Read it"), msgspec.structs.replace(task(title="read it"), id="b")
    found = faults_of(content.catalog([content.module(JSON)], [first, second]))
    same = {place for code, place in found if code == "same-title"}
    assert same == {"tasks/read-json/task.toml", "tasks/b/task.toml"}


def test_all_faults_are_told_at_once():
    """Nobody mends one fault to be told the next."""
    catalog = one(title="read.", category="gone", run=Run(services=("mysql",)))
    codes = {code for code, _ in faults_of(catalog)}
    assert {"bad-title", "unknown-category", "unknown-service"} <= codes


def test_every_check_finds_something_here():
    """Each check of the tuple has a faulty case in this file."""
    catalogs = [make() for _, _, make in FAULTY]
    around = Surroundings(services=frozenset({"redis"}), interface=frozenset())
    for check in CHECKS:
        assert any(list(check(catalog, around)) for catalog in catalogs), check.__name__


def test_texts_of_the_program_are_no_stale_translations():
    """What the interface says stands beside the content's own texts."""
    found = check_catalog(translated("Pitfall"), (), {"Pitfall"})
    assert not any(fault.code == "stale-translation" for fault in found)


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("", 0),
        ('# /// script\n# ///\n"""Why."""\n\nimport os\n\n\nprint(os.name)\n', 2),
        ('"""Why,\n\nat length."""\nx = """a\n\nb"""  # text\n', 3),
        ("def f():\n    # so\n    return [\n        1,\n    ]\n", 4),
        ("print 'x'\n\n", 1),
    ],
)
def test_lines_of_code(code: str, count: int) -> None:
    """Blank lines, comments and the docstring of a program are none; a text over lines is."""
    assert lines_of_code(code) == count
