"""Try modules: an interactive Python in the pod that has them imported."""

import msgspec

from toolcrib.app.run import interpreter_named
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder, privileged
from toolcrib.app.show import known_module
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import RefusedError
from toolcrib.model.module import Module
from toolcrib.model.receipt import Grade
from toolcrib.model.task import Run, Solution, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.bench import bench, make_order
from toolcrib.verify.conversation import kept_terminal
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import HOST, Interpreter
from toolcrib.verify.services import services_named
from toolcrib.verify.uv import uv_program

_MEMORY_MIB = 1024
_DAY = 24 * 3600


class Trial(Value, frozen=True, kw_only=True):
    """A Python that is ready to be opened: with which modules, on what, beside which services."""

    modules: tuple[Module, ...]
    statements: tuple[str, ...]
    interpreter: Interpreter
    grade: Grade
    services: tuple[str, ...]
    order: Order


def prepare_trial(
    bundle: Bundle, names: tuple[str, ...], services: tuple[str, ...] = (), python: str = ""
) -> Trial:
    """Return what is needed to try modules of the catalog; nothing is installed or started yet.

    Raises:
        UsageError: There is no such module, service or Python.
        RefusedError: This machine cannot have a closed room, or a service lacks something.
        ToolcribError: uv is missing.
    """
    found = (known_module(bundle, name) for name in names)
    modules = tuple({module.id: module for module in found}.values())
    beside = tuple(service.name for service in services_named(services))
    interpreter = interpreter_named(python) if python else this_interpreter()
    room = machine.closed_rooms()
    if not room.ok:
        message = f"strangers' code is tried in a closed room alone; {room.detail}"
        raise RefusedError(message, room.mend or "crib doctor")
    solution = _environment_of(bundle, modules)
    if solution.dependencies:
        uv_program()
    run = Run(tty=True, services=beside, memory=_memory(bundle, modules), timeout=_DAY)
    task = Task(id="try", title="", category="", run=run)
    where = bench(cache_folder().value, HOST, privileged=privileged().value)
    order = make_order(where, task, solution, TaskFiles(expected=""), interpreter)
    statements = tuple(f"import {name}" for m in modules for name in m.import_names[:1])
    return Trial(
        modules=modules,
        statements=statements,
        interpreter=interpreter,
        grade=where.grade_of(interpreter, beside),
        services=beside,
        order=msgspec.structs.replace(
            order, session="\n".join(statements) or "pass", when="failed"
        ),
    )


def open_trial(trial: Trial) -> Done:
    """Install what is needed, open the Python on this process's terminal, and wait for its end.

    Raises:
        ToolcribError: It could not take place.
    """
    with kept_terminal():
        answer = run_one(trial.order, _do)
    return msgspec.json.decode(answer, type=Done)


def _do(order: Order, slot: int) -> bytes:
    return do(order, slot, fetch_sdist)


def _environment_of(bundle: Bundle, modules: tuple[Module, ...]) -> Solution:
    """Return what is installed, in the form of a solution: each module as its programs have it."""
    wanted = [module.install_name for module in modules if not module.is_std]
    overrides: list[str] = []
    build: list[str] = []
    for module in modules:
        own = next(iter(_programs(bundle, module)), None)
        if own and not module.is_std:
            overrides += own.overrides
            build += own.build
            wanted += own.build
    return Solution(
        module=modules[0].id,
        file="try.py",
        code="",
        dependencies=tuple(dict.fromkeys(wanted)),
        overrides=tuple(dict.fromkeys(overrides)),
        build=tuple(dict.fromkeys(build)),
    )


def _programs(bundle: Bundle, module: Module) -> list[Solution]:
    return [
        solution
        for task in bundle.tasks_of(module.id)
        for solution in bundle.solutions(task)
        if solution.module == module.id
    ]


def _memory(bundle: Bundle, modules: tuple[Module, ...]) -> int:
    """Return the MiB that the most hungry task of the modules may take, or more."""
    tasks = (bundle.task(id_) for module in modules for id_ in bundle.tasks_of(module.id))
    return max(_MEMORY_MIB, *(task.run.memory for task in tasks if task), 0)
