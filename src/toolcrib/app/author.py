"""The author's loop: begin a task, accept its output, check the content."""

import difflib
import re
from pathlib import Path

import msgspec

from toolcrib.app.settings import cache_folder
from toolcrib.catalog.folder import read_catalog, read_task
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Outcome
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.interpreters import find_interpreters
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.plan import allows
from toolcrib.verify.pool import run_one
from toolcrib.verify.services import services_named
from toolcrib.verify.templates import template

_TASK = """\
title = "{title}"
category = "{category}"
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
# module = "{module}"
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

    Raises:
        UsageError: The name is no good, or taken.
    """
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        hint = "words in lower case, joined by dashes: read-a-toml-file"
        raise UsageError(f"{name!r} is no name for a task", hint)
    folder = catalog / "tasks" / name
    if folder.exists():
        raise UsageError(f"the task {name!r} is there already", f"see {folder}")
    known = read_catalog(catalog)
    entry = known.modules.get(ModuleId(module))
    short = re.sub(r"\W+", "_", module.partition(":")[2]).lower()
    install = entry.install_name if entry else module.removeprefix("pypi:")
    dependencies = "" if module.startswith("std:") else f'"{install}"'
    title = name.replace("-", " ").capitalize()
    (folder / "input").mkdir(parents=True)
    (folder / "task.toml").write_text(_TASK.format(title=title, category=category), "utf-8")
    (folder / "expected.txt").write_text("", "utf-8")
    text = _SOLUTION.format(module=module, dependencies=dependencies)
    (folder / f"with_{short}.py").write_text(text, "utf-8")
    return folder


def try_task(catalog: Path, name: str) -> tuple[Acceptance, str]:
    """Run a task's first solution once, and return what it prints beside what it was to print.

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
    services = services_named(task.run.services)
    machine.require_closed_rooms()
    machine.require_packages(services, task.run.packages)
    interpreters = [i for i in find_interpreters() if allows(solution.requires_python, i.version)]
    if not interpreters:
        raise ToolcribError("no Python that the solution allows was found here", "crib doctor")
    cache = cache_folder().value
    order = Order(
        task=task,
        solution=solution,
        files=files,
        interpreter=interpreters[0],
        cache=str(cache),
        templates={s.name: str(template(s, cache)) for s in services if s.template},
    )
    done = msgspec.json.decode(run_one(order, do), type=Done)
    if done.outcome not in (Outcome.PASSED, Outcome.WRONG_OUTPUT):
        raise ToolcribError(f"{name}: {done.outcome}: {done.reason}", "mend the solution first")
    printed = done.stdout.decode("utf-8", "backslashreplace")
    lines = difflib.unified_diff(
        files.expected.splitlines(), printed.splitlines(), "expected", "printed", lineterm=""
    )
    file = folder / "expected.txt"
    return Acceptance(task=name, file=file, difference=tuple(lines)), printed


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
