"""One job from end to end: its environments, its room, its verdict. Runs in a child process."""

from pathlib import Path

import msgspec

from toolcrib.model.receipt import BARRED, NOT_BARRED, Grade, Lock, Outcome, ServiceFact
from toolcrib.model.task import Solution, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify import barrier
from toolcrib.verify.environment import environment
from toolcrib.verify.judge import judge
from toolcrib.verify.locks import When, lock_digest
from toolcrib.verify.plain import run_plainly
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.pyodide import without_wheel
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import (
    MIB,
    Ending,
    Environment,
    Interpreter,
    Limits,
    Room,
    StandIns,
    System,
    Times,
)
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.sdists import Fetch, has_wheels
from toolcrib.verify.service_folders import service_folders
from toolcrib.verify.services import services_named
from toolcrib.verify.solution_lock import solution_lock
from toolcrib.verify.wheelhouse import Workshop


class Order(Value, frozen=True, kw_only=True):
    """All that a child needs to do one run.

    `system` is the root file system of the services, and of the solution unless its interpreter
    brings one; `service_interpreter` starts those services that are distributions. `blocked` are
    the import names that are barred, `args` take the place of the task's, `plain` asks for no
    closed room, `timed` for exact times, `hash_seed` is Python's for hashes of texts, `when` says
    when its lock is resolved. `beside` is what stands in for the world of a program that is none of
    a catalog: of it the names and addresses, what services are told, and settings are taken.
    `session` are the statements with which an interactive Python begins, in place of the solution;
    the person at this machine's terminal types the rest.
    """

    task: Task
    solution: Solution
    files: TaskFiles
    interpreter: Interpreter
    system: System
    service_interpreter: Interpreter
    cache: str
    templates: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    blocked: tuple[str, ...] = ()
    lock: Lock | None = None
    args: tuple[str, ...] | None = None
    plain: bool = False
    hash_seed: int = 0
    timed: bool = False
    beside: StandIns = StandIns()
    when: When = "needed"
    session: str = ""


class Done(Value, frozen=True, kw_only=True):
    """What came of one run; sizes in bytes.

    `full_python`, `root` and `grade` tell of the place of the run, see `Bench.stated`.
    """

    outcome: Outcome
    reason: str = ""
    exit: int | None = None
    stdout: bytes = b""
    stderr: bytes = b""
    pictures: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    peak_memory: int = 0
    times: Times | None = None
    memory_held_by: str = ""
    services: tuple[ServiceFact, ...] = ()
    lock: Lock | None = None
    lock_digest: str = ""
    distributions: int = 0
    installed_size: int = 0
    full_python: str = ""
    root: str = ""
    grade: Grade = Grade.UNSAFE


def do(order: Order, slot: int, fetch: Fetch) -> bytes:
    """Do one run and return what came of it as JSON of `Done`.

    Args:
        order: The run.
        slot: Its number among those at the same time.
        fetch: Gets sdists, where a solution needs some.

    Raises:
        RefusedError: The machine cannot have a pod.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    try:
        lock, built = _environment(order, slot, fetch)
    except CannotInstallError as fault:
        in_browser = order.interpreter.cell.in_browser
        reason = without_wheel(str(fault)) if in_browser else str(fault)
        return msgspec.json.encode(Done(outcome=Outcome.CANNOT_INSTALL, reason=reason))
    try:
        room = _room(order, built)
    except CannotInstallError as fault:
        # Only what a service itself is made of can be missing here.
        return msgspec.json.encode(Done(outcome=Outcome.SERVICE_FAILED, reason=str(fault)))
    ending = run_plainly(room) if order.plain else run_in_pod(room, slot)
    return msgspec.json.encode(_done(order, ending, lock, built))


def _environment(order: Order, slot: int, fetch: Fetch) -> tuple[Lock, Environment]:
    # A solution of the standard library has one too, an empty one: what happens to lie beside
    # the base interpreter is none of its business.
    cache, python = Path(order.cache), order.interpreter
    lock = order.lock
    if lock is None or not has_wheels(lock, cache):
        workshop = Workshop(
            system=order.system, reader=order.service_interpreter, cache=cache, slot=slot
        )
        lock = solution_lock(order.solution, python, fetch, workshop, order.when)
    return lock, environment(lock, python, cache)


def _room(order: Order, built: Environment) -> Room:
    task, run = order.task, order.task.run
    services = services_named(run.services)
    program, files = _program(order)
    return Room(
        interpreter=order.interpreter,
        system=order.system,
        runner=runner_folder(Path(order.cache), order.interpreter.system or order.system),
        environment=built.path,
        program=program,
        files=files,
        stdin=run.stdin.encode(),
        tty=run.tty or bool(order.session),
        live=bool(order.session),
        wired=run.profile == "raw-net",
        driver=order.files.driver.encode(),
        settings={"PYTHONHASHSEED": str(order.hash_seed), **order.beside.settings},
        hosts=order.beside.hosts,
        addresses=order.beside.addresses,
        told=order.beside.told,
        pictures=task.output.pictures,
        services=services,
        service_interpreter=order.service_interpreter,
        service_environments=service_folders(
            services, order.service_interpreter, Path(order.cache)
        ),
        templates={
            service.name: Path(order.templates[service.name])
            for service in services
            if service.template
        },
        limits=Limits(wall=run.timeout, memory=run.memory * MIB + order.interpreter.overhead),
        timed=order.timed,
    )


def _program(order: Order) -> tuple[tuple[str, ...], dict[str, bytes]]:
    """Return what follows the interpreter on its command line, and the files that lie there."""
    if order.session:
        return ("-i", "-c", order.session), {}
    args = order.task.run.args if order.args is None else order.args
    program: tuple[str, ...] = (order.solution.file, *args)
    files = {**order.files.inputs, order.solution.file: order.solution.code.encode()}
    if order.blocked:
        program = (barrier.SCRIPT, ",".join(order.blocked), *program)
        files[barrier.SCRIPT] = barrier.PROGRAM.encode()
    return program, files


def _done(order: Order, ending: Ending, lock: Lock, built: Environment) -> Done:
    verdict = judge(order.task, order.files, ending)
    # On a terminal all that is said is on one stream.
    barred = BARRED if barrier.MARK in ending.stderr + ending.stdout else NOT_BARRED
    return Done(
        outcome=verdict.outcome,
        reason=barred if order.blocked else verdict.reason,
        exit=None if ending.stopped else ending.status,
        stdout=ending.stdout,
        stderr=ending.stderr,
        pictures=ending.pictures,
        peak_memory=ending.peak_memory,
        times=ending.times,
        memory_held_by=ending.memory_held_by,
        services=ending.services,
        lock=lock if lock.packages else None,
        lock_digest=lock_digest(lock) if lock.packages else "",
        distributions=built.distributions,
        installed_size=built.size if lock.packages else 0,
    )
