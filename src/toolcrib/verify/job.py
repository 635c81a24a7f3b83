"""One job from end to end: its environments, its room, its verdict. Runs in a child process."""

from pathlib import Path

import msgspec

from toolcrib.model.receipt import BARRED, NOT_BARRED, Lock, Outcome, ServiceFact
from toolcrib.model.task import Solution, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify import barrier
from toolcrib.verify.environment import environment
from toolcrib.verify.judge import judge
from toolcrib.verify.locks import kept_lock, lock_digest
from toolcrib.verify.plain import run_plainly
from toolcrib.verify.pod import run_in_pod
from toolcrib.verify.room import MIB, Ending, Environment, Interpreter, Limits, Room
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.services import services_named
from toolcrib.verify.uv import CannotInstallError


class Order(Value, frozen=True, kw_only=True):
    """All that a child needs to do one run.

    `blocked` are the import names that are barred, `services` come on top of the task's own,
    `args` take the place of the task's, `plain` asks for no closed room.
    """

    task: Task
    solution: Solution
    files: TaskFiles
    interpreter: Interpreter
    cache: str
    templates: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    services: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()
    lock: Lock | None = None
    args: tuple[str, ...] | None = None
    plain: bool = False


class Done(Value, frozen=True, kw_only=True):
    """What came of one run; sizes in bytes."""

    outcome: Outcome
    reason: str = ""
    exit: int | None = None
    stdout: bytes = b""
    stderr: bytes = b""
    pictures: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    peak_memory: int = 0
    services: tuple[ServiceFact, ...] = ()
    lock: Lock | None = None
    lock_digest: str = ""
    distributions: int = 0
    installed_size: int = 0


def do(order: Order, slot: int) -> bytes:
    """Do one run and return what came of it as JSON of `Done`.

    Raises:
        RefusedError: The machine cannot have a pod.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    try:
        lock, built = _environment(order)
    except CannotInstallError as fault:
        return msgspec.json.encode(Done(outcome=Outcome.CANNOT_INSTALL, reason=str(fault)))
    try:
        room = _room(order, built)
    except CannotInstallError as fault:
        # Only a service's own distributions can be missing here.
        return msgspec.json.encode(Done(outcome=Outcome.SERVICE_FAILED, reason=str(fault)))
    ending = run_plainly(room) if order.plain else run_in_pod(room, slot)
    return msgspec.json.encode(_done(order, ending, lock, built))


def _environment(order: Order) -> tuple[Lock, Environment]:
    # A solution of the standard library has one too, an empty one: what happens to lie beside
    # the base interpreter is none of its business.
    cache = Path(order.cache)
    solution = order.solution
    lock = order.lock or kept_lock(
        solution.dependencies, solution.overrides, order.interpreter, cache
    )
    return lock, environment(lock, order.interpreter, cache)


def _room(order: Order, built: Environment) -> Room:
    task, run = order.task, order.task.run
    services = services_named((*run.services, *order.services))
    args = run.args if order.args is None else order.args
    program: tuple[str, ...] = (order.solution.file, *args)
    files = {**order.files.inputs, order.solution.file: order.solution.code.encode()}
    if order.blocked:
        program = (barrier.SCRIPT, ",".join(order.blocked), *program)
        files[barrier.SCRIPT] = barrier.PROGRAM.encode()
    return Room(
        interpreter=order.interpreter,
        runner=runner_folder(Path(order.cache)),
        environment=built.path,
        program=program,
        files=files,
        stdin=run.stdin.encode(),
        pictures=task.output.pictures,
        services=services,
        service_interpreter=order.interpreter,
        service_environments={
            service.name: _service_environment(service.distributions, order)
            for service in services
            if service.distributions
        },
        templates={
            service.name: Path(order.templates[service.name])
            for service in services
            if service.template
        },
        limits=Limits(wall=run.timeout, memory=run.memory * MIB),
    )


def _service_environment(distributions: tuple[str, ...], order: Order) -> Path:
    cache = Path(order.cache)
    lock = kept_lock(distributions, (), order.interpreter, cache)
    return environment(lock, order.interpreter, cache).path


def _done(order: Order, ending: Ending, lock: Lock, built: Environment) -> Done:
    verdict = judge(order.task, order.files, ending)
    barred = BARRED if barrier.MARK in ending.stderr else NOT_BARRED
    return Done(
        outcome=verdict.outcome,
        reason=barred if order.blocked else verdict.reason,
        exit=None if ending.stopped else ending.status,
        stdout=ending.stdout,
        stderr=ending.stderr,
        pictures=ending.pictures,
        peak_memory=ending.peak_memory,
        services=ending.services,
        lock=lock if lock.packages else None,
        lock_digest=lock_digest(lock) if lock.packages else "",
        distributions=built.distributions,
        installed_size=built.size if lock.packages else 0,
    )
