"""Run a tool on this machine: the same file that was proven, with one's own arguments."""

import hashlib
from pathlib import Path

from toolcrib.app.run import find_task
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.task import Solution
from toolcrib.verify.bench import bench, workshop_of
from toolcrib.verify.environment import environment
from toolcrib.verify.here import run_here
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import HOST
from toolcrib.verify.solution_lock import solution_lock
from toolcrib.verify.whole import write_whole


def find_tool(bundle: Bundle, name: str, solution: str = "") -> Solution:
    """Return the program of a tool.

    Raises:
        UsageError: There is no such task, or it is no tool.
    """
    task, found = find_task(bundle, name, solution)
    if not task.is_tool:
        message = f"{name} is no tool: it takes no arguments of yours"
        raise UsageError(message, f"crib run {name}, or crib get {name} DIR to change it")
    return found


def use_tool(solution: Solution, args: tuple[str, ...]) -> int:
    """Run a tool in the present folder and return its exit status.

    Raises:
        ToolcribError: What it needs could not be installed.
    """
    cache = cache_folder().value
    interpreter = this_interpreter()
    try:
        workshop = workshop_of(bench(cache, HOST))
        lock = solution_lock(solution, interpreter, fetch_sdist, workshop, "failed")
        built = environment(lock, interpreter, cache)
    except CannotInstallError as fault:
        names = ", ".join(solution.dependencies)
        message = f"cannot install {names}: {fault}"
        raise ToolcribError(message, "look at the network, then try again") from fault
    return run_here(built, _program(solution, cache), args)


def _program(solution: Solution, cache: Path) -> Path:
    """Write the program where it can be started from; the same text is always in the same place."""
    digest = hashlib.sha256(solution.code.encode()).hexdigest()[:16]
    path = cache / "programs" / digest / solution.file
    code = solution.code.encode()
    if not path.exists() or path.read_bytes() != code:
        write_whole(path, code)
    return path
