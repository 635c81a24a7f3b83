"""Run a solution: in the pod, or plainly where it is toolcrib's own."""

from collections.abc import Iterator

import msgspec

from toolcrib.app.bundle import packaged_path
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder, checkout, privileged
from toolcrib.app.show import unknown
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import RefusedError, ToolcribError, UsageError
from toolcrib.model.receipt import Grade, Outcome
from toolcrib.model.task import Solution, Task, TaskFiles, source_digest
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.bench import bench, make_order
from toolcrib.verify.interpreters import find_interpreters, interpreter_for, this_interpreter
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.plan import allows
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.room import HOST, Interpreter
from toolcrib.verify.services import services_named
from toolcrib.verify.systems import own_systems
from toolcrib.verify.uv import uv_program


class RunWish(Value, frozen=True, kw_only=True):
    """What is to be run: a task, perhaps by whom, on which Python, beside which services.

    `args` take the place of the task's own; `unsafe` is the user's word that it may run openly.
    """

    task: str
    solution: str = ""
    python: str = ""
    services: tuple[str, ...] = ()
    args: tuple[str, ...] | None = None
    unsafe: bool = False


class Ran(Value, frozen=True, kw_only=True):
    """A run: what was run and how closed the room was, and what came of it once it is done."""

    task: Task
    solution: Solution
    interpreter: Interpreter
    grade: Grade
    done: Done = Done(outcome=Outcome.SKIPPED)


def find_task(bundle: Bundle, name: str, solution: str = "") -> tuple[Task, Solution]:
    """Return a task and one of its solutions: as asked for, else the preferred one.

    Raises:
        UsageError: There is no such task, or no such solution of it.
    """
    task = bundle.task(name)
    if task is None:
        raise unknown(bundle, name, "no task")
    found = task.solution(solution)
    if found is None:
        have = ", ".join(s.module for s in task.solutions) or "none yet"
        raise UsageError(f"{name} has no solution with {solution!r}", f"there are: {have}")
    return task, found


def run_tasks(
    bundle: Bundle, wishes: tuple[RunWish, ...], workers: int
) -> Iterator[Ran | ChildFaultError]:
    """Run several tasks, some at a time, and yield the runs in the order of the wishes.

    A run that could not take place is yielded as the fault that prevented it.

    Raises:
        UsageError: There is no such task, solution, service or Python.
        RefusedError: This machine cannot run one of them safely.
    """
    prepared = [_prepare(bundle, wish) for wish in wishes]
    results: dict[int, Ran | ChildFaultError] = {}
    following = 0
    for (number, ran, _), answer in run_all(
        [(number, *pair) for number, pair in enumerate(prepared)], _do, workers
    ):
        if isinstance(answer, ChildFaultError):
            results[number] = answer
        else:
            done = msgspec.json.decode(answer, type=Done)
            results[number] = msgspec.structs.replace(ran, done=done)
        while following in results:
            yield results[following]
            following += 1


def run_task(bundle: Bundle, wish: RunWish) -> Ran:
    """Run one task.

    Raises:
        UsageError: There is no such task, solution, service or Python.
        RefusedError: This machine cannot run it safely.
        ToolcribError: The run could not take place.
    """
    for ran in run_tasks(bundle, (wish,), 1):
        if isinstance(ran, ChildFaultError):
            raise ToolcribError(str(ran), ran.hint)
        return ran
    raise AssertionError


def _do(job: tuple[int, Ran, Order], slot: int) -> bytes:
    return do(job[2], slot, fetch_sdist)


def _prepare(bundle: Bundle, wish: RunWish) -> tuple[Ran, Order]:
    task, solution = find_task(bundle, wish.task, wish.solution)
    if wish.args and not task.is_tool and not task.run.args:
        message = f"{task.id} takes no arguments"
        raise UsageError(message, f"crib get {task.id} DIR writes it, to read and change")
    files = bundle.files(task.id)
    interpreter = interpreter_named(wish.python) if wish.python else this_interpreter()
    if not allows(solution.requires_python, interpreter.version):
        message = f"{solution.file} needs Python {solution.requires_python}"
        raise UsageError(f"{message}, not {interpreter.version}", "take another with --python X.Y")
    if solution.dependencies:
        uv_program()
    grade = _grade(wish, task, solution, files)
    task = _with_services(task, wish.services)
    where = bench(cache_folder().value, HOST, privileged=privileged().value)
    order = make_order(where, task, solution, files, interpreter)
    plain = grade in (Grade.PLAIN, Grade.UNSAFE)
    order = msgspec.structs.replace(order, args=wish.args, plain=plain, when="failed")
    if not plain:
        grade = where.grade_of(interpreter, task.run.services)
    return Ran(task=task, solution=solution, interpreter=interpreter, grade=grade), order


def _with_services(task: Task, names: tuple[str, ...]) -> Task:
    """Return a task that has other services beside its own."""
    services = (*task.run.services, *(service.name for service in services_named(names)))
    return msgspec.structs.replace(task, run=msgspec.structs.replace(task.run, services=services))


def interpreter_named(version: str) -> Interpreter:
    """Return the interpreter of a version: of this machine, else of a system of toolcrib's own.

    Raises:
        UsageError: There is none.
    """
    for own in own_systems(cache_folder().value):
        for interpreter in own.interpreters:
            if interpreter.version == version and not find_interpreters((version,)):
                return interpreter
    return interpreter_for(version)


def _grade(wish: RunWish, task: Task, solution: Solution, files: TaskFiles) -> Grade:
    """Return how closed the run will be.

    Raises:
        RefusedError: It would have to be open, and is not ours or needs what only a pod has.
    """
    room = machine.closed_rooms()
    if room.ok:
        return Grade.HOST
    needs_pod = bool(task.run.needs_pod or wish.services)
    if not needs_pod and is_own(task, solution, files):
        return Grade.PLAIN
    if wish.unsafe and not needs_pod:
        return Grade.UNSAFE
    why = "it needs a service or a terminal" if needs_pod else "it is no program of toolcrib's own"
    message = f"{task.id} needs a closed room, for {why}; {room.detail}"
    raise RefusedError(message, room.mend or "crib doctor")


def is_own(task: Task, solution: Solution, files: TaskFiles) -> bool:
    """Tell whether a solution is one of toolcrib's own catalog, to the letter."""
    built_in = _built_in(task.id)
    if built_in is None:
        return False
    own_task, own_files = built_in
    own = own_task.solution(solution.file)
    return own is not None and source_digest(own_task, own, own_files) == source_digest(
        task, solution, files
    )


def _built_in(task: str) -> tuple[Task, TaskFiles] | None:
    root = checkout()
    if root:
        from toolcrib.catalog.folder import read_task  # noqa: PLC0415 -- in a checkout only

        folder = root / "catalog" / "tasks" / task
        return read_task(folder) if folder.is_dir() else None
    with Bundle(packaged_path()) as bundle:
        found = bundle.task(task)
        return (found, bundle.files(task)) if found else None
