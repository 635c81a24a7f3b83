"""The author's loop: begin a task, accept its output, check the content."""

import difflib
import re
from pathlib import Path

import msgspec

from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder, privileged
from toolcrib.catalog.check import ID
from toolcrib.catalog.folder import read_catalog, read_task
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId, module_id
from toolcrib.model.receipt import Outcome
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.bench import bench, make_order
from toolcrib.verify.interpreters import find_interpreters
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.plan import allows
from toolcrib.verify.pool import run_one
from toolcrib.verify.record import quoted
from toolcrib.verify.room import HOST

_TASK = """\
title = {title}
category = {category}
covers = []                     # "pypi:name: use case", word for word as in the module's file
phrases = {{ en = [], fr = [] }}

[run]
args = []

[output]
compare = "exact"
expected_from = "hand"          # "second-solution", or "captured" when you copied it from a run
"""

_SOLUTION = '''\
# /// script
# requires-python = ">=3.11"
# dependencies = [{dependencies}]
# [tool.toolcrib]
# module = {module}
# ///
"""Why one does it so with this module, in one sentence."""

'''


class Acceptance(Value, frozen=True, kw_only=True):
    """What a task prints now beside what it was to print; `difference` is empty when they agree."""

    task: str
    file: Path
    difference: tuple[str, ...]


def begin_task(catalog: Path, name: str, module: str, category: str) -> Path:
    """Write the folder of a new task with everything that is to be filled in.

    Args:
        catalog: The folder of the catalog.
        name: The task's id.
        module: An id, or the bare name of a module of the catalog: std first, then pypi.
        category: A key of the catalog's categories; empty for the first one of the module.

    Raises:
        UsageError: The name is no good, or taken; the module or the category is none.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        hint = "words in lower case, joined by dashes: read-a-toml-file"
        raise UsageError(f"{name!r} is no name for a task", hint)
    folder = catalog / "tasks" / name
    if folder.exists():
        raise UsageError(f"the task {name!r} is there already", f"see {folder}")
    known = read_catalog(catalog)
    id_ = _meant(module, known)
    shelf = _shelf(category, id_, known)
    entry = known.modules.get(id_)
    short = re.sub(r"\W+", "_", id_.partition(":")[2]).lower()
    install = entry.install_name if entry else id_.removeprefix("pypi:")
    dependencies = "" if id_.startswith("std:") else quoted(install)
    title = name.replace("-", " ").capitalize()
    (folder / "input").mkdir(parents=True)
    head = _TASK.format(title=quoted(title), category=quoted(shelf))
    (folder / "task.toml").write_text(head, "utf-8")
    (folder / "expected.txt").write_text("", "utf-8")
    text = _SOLUTION.format(module=quoted(id_), dependencies=dependencies)
    (folder / f"with_{short}.py").write_text(text, "utf-8")
    return folder


def _meant(name: str, known: Catalog) -> ModuleId:
    """Return the id that is meant by an id, known or new, or by the bare name of a known module."""
    std, pypi = module_id(name, std=True), module_id(name, std=False)
    if ":" not in name:
        for id_ in (std, pypi):
            if id_ in known.modules:
                return id_
        raise UsageError(f"the catalog has no module {name!r}", f"say {std} or {pypi}")
    if not ID.fullmatch(name):
        hint = "std:NAME, or pypi:NAME in lower case with dashes: pypi:ruamel-yaml"
        raise UsageError(f"{name!r} is no id of a module", hint)
    return ModuleId(name)


def _shelf(key: str, module: ModuleId, known: Catalog) -> str:
    """Return a category: the one that is wanted, else the first one of the module."""
    entry = known.modules.get(module)
    wanted = key or next(iter(entry.categories if entry else ()), "")
    keys = [category.key for category in known.categories]
    if wanted in keys:
        return wanted
    hint = f"say --category KEY; there are: {', '.join(keys) or 'none yet in categories.toml'}"
    problem = f"the catalog has no category {wanted!r}" if wanted else f"{module} has no category"
    raise UsageError(problem, hint)


def try_task(catalog: Path, name: str, *, may: bool = False) -> tuple[Acceptance, str]:
    """Run a task's first solution once, and return what it prints beside what it was to print.

    With `may` container engines may run.

    Raises:
        UsageError: There is no such task, or no solution of it.
        ToolcribError: The solution failed, or this machine cannot run it.
    """
    folder = catalog / "tasks" / name
    if not folder.is_dir():
        raise UsageError(f"there is no task {name!r} in {catalog}", f"crib new task {name}")
    task, files = read_task(folder)
    solution = task.solution()
    if solution is None:
        raise UsageError(f"the task {name!r} has no solution yet", f"write one in {folder}")
    machine.require_closed_rooms()
    interpreters = [i for i in find_interpreters() if allows(solution.requires_python, i.version)]
    if not interpreters:
        raise ToolcribError("no Python that the solution allows was found here", "crib doctor")
    where = bench(cache_folder().value, HOST, privileged=privileged(wanted=may).value)
    order = make_order(where, task, solution, files, interpreters[0])
    order = msgspec.structs.replace(order, when="failed")
    done = msgspec.json.decode(run_one(order, _do), type=Done)
    if done.outcome not in (Outcome.PASSED, Outcome.WRONG_OUTPUT):
        raise ToolcribError(f"{name}: {done.outcome}: {done.reason}", "mend the solution first")
    printed = done.stdout.decode("utf-8", "backslashreplace")
    lines = difflib.unified_diff(
        files.expected.splitlines(), printed.splitlines(), "expected", "printed", lineterm=""
    )
    file = folder / "expected.txt"
    return Acceptance(task=name, file=file, difference=tuple(lines)), printed


def _do(order: Order, slot: int) -> bytes:
    return do(order, slot, fetch_sdist)


def accept(acceptance: Acceptance, printed: str) -> None:
    """Write what was printed as the expected output, and mark it as captured."""
    acceptance.file.write_text(printed, "utf-8")
    path = acceptance.file.with_name("task.toml")
    path.write_text(marked_captured(path.read_text("utf-8")), "utf-8")


def marked_captured(text: str) -> str:
    """Return the text of a `task.toml` with `expected_from = "captured"` in its `[output]`."""
    line = 'expected_from = "captured"'
    changed, count = re.subn(r'(?m)^expected_from\s*=\s*"[^"]*"', line, text)
    if count:
        return changed
    if re.search(r"(?m)^\[output\]", text):
        return re.sub(r"(?m)^\[output\][^\n]*\n", lambda m: f"{m[0]}{line}\n", text, count=1)
    return f"{text.rstrip()}\n\n[output]\n{line}\n"
