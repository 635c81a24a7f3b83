"""A small catalog as a value, and the pieces to make others, for tests that need content."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.vectors import SIZE
from toolcrib.model.catalog import Catalog, Vocabulary
from toolcrib.model.identity import State, Trap
from toolcrib.model.measurement import Computer, Figure, Figures, Measurement
from toolcrib.model.module import Category, Collection, Heading, Module, ModuleId
from toolcrib.model.receipt import BARRED, Cell, Grade, Outcome, Receipt
from toolcrib.model.task import Output, Preference, Run, Solution, Task, TaskFiles, source_digest

YAML, RUAMEL = ModuleId("pypi:pyyaml"), ModuleId("pypi:ruamel-yaml")
JSON, SOCKET = ModuleId("std:json"), ModuleId("std:socket")
MATPLOTLIB, OPENCV = ModuleId("pypi:matplotlib"), ModuleId("pypi:opencv-python")

HEADER = """\
# /// script
# requires-python = ">=3.11"
# dependencies = [{dependencies}]
# [tool.toolcrib]
# module = "{module}"
# ///
"""


def module(id_: ModuleId, **more: object) -> Module:
    """Return a module with what every module has, and more."""
    name = id_.partition(":")[2]
    data = {"name": name, "purpose": f"Do {name}.", "categories": ("data",), **more}
    return msgspec.convert({"id": id_, **data}, Module)


def solution(id_: ModuleId, body: str, *dependencies: str, doc: str = "Because.") -> Solution:
    """Return a solution with a header, as the reader of catalogs gives it."""
    needs = ", ".join(f'"{name}"' for name in dependencies)
    return Solution(
        module=id_,
        file=f"with_{id_.partition(':')[2].replace('-', '_')}.py",
        code=f'{HEADER.format(dependencies=needs, module=id_)}"""{doc}"""\n\n{body}\n',
        doc=doc,
        requires_python=">=3.11",
        dependencies=dependencies,
    )


def task(id_: str, *solutions: Solution, **more: object) -> Task:
    """Return a task with what every task has, and more."""
    data = {"title": id_.replace("-", " ").capitalize(), "category": "data", **more}
    return Task(id=id_, solutions=solutions, **data)


def catalog(modules: Sequence[Module], tasks: Sequence[Task], **more: object) -> Catalog:
    """Return a catalog in which every task prints `42 rows`."""
    data: dict[str, object] = {
        "name": "small",
        "categories": (Category(key="data", title="Data formats"),),
        "files": {each.id: TaskFiles(expected="42 rows\n") for each in tasks},
        **more,
    }
    return Catalog(
        modules={each.id: each for each in modules},
        tasks={each.id: each for each in tasks},
        **data,
    )


def receipt(task_: Task, file: str, files: TaskFiles, **more: object) -> Receipt:
    """Return the receipt of a passed run on 3.12 of a solution as it is now."""
    done = task_.solution(file)
    assert done is not None
    data: dict[str, object] = {
        "cell": Cell(python="3.12"),
        "full_python": "3.12.1",
        "outcome": Outcome.PASSED,
        "grade": Grade.HOST,
        "when": datetime(2026, 11, 2, tzinfo=UTC),
        "toolcrib": "0.1.0",
        "source": source_digest(task_, done, files),
        **more,
    }
    return Receipt(task=task_.id, solution=file, module=done.module, **data)


def measurement(task_: Task, file: str, files: TaskFiles, **more: object) -> Measurement:
    """Return what was measured of a solution as it is now: `cpu` in ms, with 1 ms to each side."""
    done = task_.solution(file)
    assert done is not None
    cpu = 1000 * int(str(more.pop("cpu", 30)))
    time = Figure(median=cpu, low=cpu - 1000, high=cpu + 1000, least=cpu - 2000, most=cpu + 2000)
    memory = Figure(median=12 << 20, low=12 << 20, high=12 << 20, least=12 << 20, most=12 << 20)
    data: dict[str, object] = {
        "source": source_digest(task_, done, files),
        "python": "3.12.1",
        "when": datetime(2026, 11, 2, tzinfo=UTC),
        "toolcrib": "0.1.0",
        "computer": Computer(cpu="Fast 9000", cores=4),
        "rounds": 9,
        "noise": 0.01,
        "figures": Figures(cpu_time=time, wall_time=time, import_time=None, peak_memory=memory),
        **more,
    }
    return Measurement(task=task_.id, solution=file, module=done.module, **data)


def vector(*numbers: int) -> bytes:
    """Return a packed vector that begins with these numbers, from -7 to 7; all others are 0."""
    digits = [number + 8 for number in (*numbers, *(0,) * (SIZE - len(numbers)))]
    return bytes.fromhex("".join(f"{digit:x}" for digit in digits))


def compiled(folder: Path) -> Bundle:
    """Compile the small catalog, in which reading JSON is proven on 3.12, and open it."""
    made = small()
    task_ = made.tasks["read-and-write-json"]
    file = task_.solutions[0].file
    more = {"installed_size": 3 << 20, "distributions": 1, "peak_memory": 12 << 20}
    without = {"blocked": True, "outcome": Outcome.FAILED, "reason": BARRED}
    runs = (more, {**more, **without})
    receipts = {JSON: tuple(receipt(task_, file, made.files[task_.id], **run) for run in runs)}
    compile_bundle(made, receipts, folder / "bundle.sqlite")
    return Bundle(str(folder / "bundle.sqlite"))


def small() -> Catalog:
    """Return the small catalog: six modules, four tasks, traps, a collection, two languages."""
    return catalog(_modules(), _tasks(), **_rest())


def _modules() -> list[Module]:
    return [
        module(
            YAML,
            name="PyYAML",
            imports=("yaml",),
            purpose="Read and write YAML.",
            use_cases=("configuration files", "Ansible playbooks"),
            not_for="keeping comments: see ruamel.yaml",
            pitfall="yaml.load on a stranger's file can run code.",
            alternatives=(RUAMEL, "std:tomllib"),
            phrases={"en": ("yaml parser",), "fr": ("analyser du yaml",)},
        ),
        module(
            RUAMEL,
            name="ruamel.yaml",
            imports=("ruamel.yaml",),
            purpose="Read and write YAML with its comments.",
            use_cases=("round trips that keep comments",),
        ),
        module(JSON, purpose="Read and write JSON.", use_cases=("answers of web APIs",)),
        module(
            SOCKET,
            purpose="Send and receive bytes over the network.",
            categories=("network",),
            use_cases=("checking whether a port is open",),
        ),
        module(MATPLOTLIB, name="Matplotlib", imports=("matplotlib",), purpose="Draw charts."),
        module(
            OPENCV,
            imports=("cv2",),
            purpose="Find shapes in pictures.",
            phrases={"en": ("computer vision", "edge detection")},
        ),
    ]


def _tasks() -> list[Task]:
    return [
        task(
            "read-a-yaml-config",
            solution(YAML, "import yaml\n\nprint(yaml.safe_load('a: 1'))", "PyYAML"),
            solution(RUAMEL, "from ruamel.yaml import YAML\n\nprint(YAML())", "ruamel.yaml"),
            title="Read a YAML configuration file",
            covers=(f"{YAML}: configuration files",),
            prefer=Preference(id=YAML, why="small and everywhere"),
            phrases={"en": ("load yaml settings",), "fr": ("lire une configuration yaml",)},
        ),
        task(
            "read-and-write-json",
            solution(JSON, "import json\n\nprint(json.dumps({}))"),
            title="Read and write JSON",
            covers=(f"{JSON}: answers of web APIs",),
        ),
        task(
            "check-a-port",
            solution(SOCKET, "import argparse\nimport socket\n\nsocket.create_connection"),
            title="Check whether a port is open",
            category="network",
            covers=(f"{SOCKET}: checking whether a port is open",),
            run=Run(args=("localhost", "22")),
            parameters={"host": "localhost", "port": 22},
        ),
        task(
            "draw-a-chart",
            solution(MATPLOTLIB, "import matplotlib.pyplot", "matplotlib"),
            title="Draw a line chart",
            output=Output(pictures=("chart.png",)),
        ),
    ]


def _rest() -> dict[str, object]:
    return {
        "categories": (
            Category(key="data", title="Data formats"),
            Category(key="network", title="Networking"),
        ),
        "collections": (
            Collection(
                id="operations",
                title="Operations",
                headings=(
                    Heading(title="Networks", modules=(SOCKET,)),
                    Heading(title="Formats", modules=(YAML, JSON)),
                ),
            ),
        ),
        "traps": (
            Trap(
                name="py-yaml", state=State.OTHER_PROJECT, why="a stub", source="-", means=(YAML,)
            ),
        ),
        "translations": {
            "fr": {
                "Read a YAML configuration file": "Lire un fichier de configuration YAML",
                "Read and write YAML.": "Lire et écrire du YAML.",
                "Networking": "Réseau",
                "Pitfall": "Piège",
            }
        },
        "vocabulary": Vocabulary(
            stop={"en": "a an the to how do i in with what is of my", "fr": "un une le la comment"},
            generic={"en": "check get file read write list open", "fr": "lire fichier"},
            same={"en": ("config configuration settings", "chart plot"), "fr": ("fichier file",)},
        ),
    }
