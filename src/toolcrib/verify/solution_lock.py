"""The lock of a solution: of wheels of the index, and of those that are built here."""

from toolcrib.model.module import normalised
from toolcrib.model.receipt import Lock
from toolcrib.model.task import Solution
from toolcrib.verify.locks import When, kept_lock, lock_place, remembered
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import Interpreter
from toolcrib.verify.sdists import Fetch, by_name, has_wheels
from toolcrib.verify.uv import resolve
from toolcrib.verify.wheelhouse import Workshop, built_wheel


def solution_lock(
    solution: Solution,
    interpreter: Interpreter,
    fetch: Fetch,
    workshop: Workshop,
    when: When = "needed",
) -> Lock:
    """Return the lock of a solution; of distributions without a wheel the wheel is built.

    Args:
        solution: The solution.
        interpreter: The Python that it is for.
        fetch: Gets sdists.
        workshop: Where wheels are built.
        when: When it is resolved.

    Raises:
        CannotInstallError: There is no set of wheels, or one cannot be built.
        ToolcribError: uv is missing, network or disk failed it, or this machine cannot build.
    """
    wanted = (solution.dependencies, solution.overrides)
    cache = workshop.cache
    if not solution.build:
        return kept_lock(*wanted, interpreter, cache, when)

    def resolve_now() -> Lock:
        texts = _to_build(solution)
        wheels = tuple(built_wheel(text, interpreter, fetch, workshop) for text in texts)
        return resolve(*wanted, interpreter, wheels)

    python = (interpreter.full, str(interpreter.path), workshop.root_of(interpreter))
    parts = (*solution.dependencies, "", *solution.overrides, "", *solution.build, "", *python)
    place = lock_place(parts, cache)
    lock = remembered(place, resolve_now, when)
    return lock if has_wheels(lock, cache) else remembered(place, resolve_now, "always")


def _to_build(solution: Solution) -> tuple[str, ...]:
    """Return those requirements of a solution whose wheels are to be built."""
    wanted = {normalised(by_name(text).name): text for text in solution.dependencies}
    for name in solution.build:
        if normalised(name) not in wanted:
            raise CannotInstallError(f"{name} is to be built, and is no dependency")
    return tuple(wanted[normalised(name)] for name in solution.build)
