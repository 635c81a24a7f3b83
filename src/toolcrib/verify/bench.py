"""The place of a run: root file system, Python of the services, cache; and orders made for it."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from toolcrib.errors import UsageError
from toolcrib.model.receipt import Grade, ServiceFact
from toolcrib.model.task import Solution, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify import machine
from toolcrib.verify.cgroup import ground
from toolcrib.verify.grade import grade
from toolcrib.verify.interpreters import SUPPORTED
from toolcrib.verify.job import Done, Order
from toolcrib.verify.pyodide import NAME as PYODIDE
from toolcrib.verify.pyodide import find_pyodide
from toolcrib.verify.room import Interpreter, System
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.seccomp import seccomp_filter
from toolcrib.verify.services import services_named
from toolcrib.verify.systems import chosen_system, interpreters_in, service_interpreter
from toolcrib.verify.templates import templates_for
from toolcrib.verify.wheelhouse import Workshop


class Bench(Value, frozen=True, kw_only=True):
    """Where runs are made; `service_interpreter` starts those services that are distributions.

    `privileged` is the user's word that container engines may run here.
    """

    system: System
    service_interpreter: Interpreter
    cache: Path
    privileged: bool = False

    def system_of(self, interpreter: Interpreter) -> System:
        """Return the root file system that a solution on an interpreter sees."""
        return interpreter.system or self.system

    def grade_of(self, interpreter: Interpreter, services: Iterable[str] = ()) -> Grade:
        """Return how closed the room of a run on an interpreter is, beside services by name."""
        if any(service.privileged for service in services_named(tuple(services))):
            return Grade.PRIVILEGED
        has_own_root = self.system_of(interpreter).is_own
        return grade(has_own_root=has_own_root, by_cgroup=ground().folder is not None)

    def stated(self, done: Done, interpreter: Interpreter) -> Done:
        """Return what came of a run on an interpreter here, with the facts of this place."""
        return msgspec.structs.replace(
            done,
            full_python=interpreter.full,
            root=self.system_of(interpreter).id,
            grade=self.grade_of(interpreter, (fact.name for fact in done.services)),
            services=tuple(map(self.completed, done.services)),
        )

    def completed(self, service: ServiceFact) -> ServiceFact:
        """Return a service's fact with a version: its own word, else that of its package."""
        if service.version:
            return service
        packages = services_named((service.name,))[0].packages
        known = self.system.packages
        version = next((known[name] for name in packages if name in known), "")
        return msgspec.structs.replace(service, version=version)


def bench(cache: Path, system: str = "", *, privileged: bool = False) -> Bench:
    """Return the bench of this machine with the root file system of a name.

    No name stands for the system of toolcrib's own in which services live, if it was built, else
    for this machine's. Only a `privileged` one lets container engines run.

    Raises:
        UsageError: There is no system of that name here.
    """
    chosen = chosen_system(system, cache)
    cache.mkdir(parents=True, exist_ok=True)
    return Bench(
        system=chosen,
        service_interpreter=service_interpreter(chosen, cache),
        cache=cache,
        privileged=privileged,
    )


def interpreters_named(where: Bench, wanted: tuple[str, ...]) -> tuple[Interpreter, ...]:
    """Return the interpreters of these names, X.Y or `pyodide`; without names all that are here.

    Raises:
        UsageError: One of them is not here.
    """
    versions = tuple(name for name in wanted if name != PYODIDE)
    native = versions or not wanted
    found = interpreters_in(where.system, where.cache, versions or SUPPORTED) if native else ()
    absent = set(versions) - {interpreter.version for interpreter in found}
    if absent or (native and not found):
        names = ", ".join(sorted(absent) or SUPPORTED)
        raise UsageError(f"no Python {names} was found here", "crib doctor")
    pyodide = find_pyodide(where.cache) if PYODIDE in wanted or not wanted else None
    if PYODIDE in wanted and not pyodide:
        raise UsageError("Pyodide is not here yet", "crib system build pyodide")
    return (*found, pyodide) if pyodide else found


def workshop_of(where: Bench) -> Workshop:
    """Return the place where wheels are built on a bench."""
    return Workshop(system=where.system, reader=where.service_interpreter, cache=where.cache)


def make_order(
    where: Bench,
    task: Task,
    solution: Solution,
    files: TaskFiles,
    interpreter: Interpreter,
) -> Order:
    """Return the order of one run, with the data of its services prepared.

    Args:
        where: The bench.
        task: The task.
        solution: The solution of it that is run.
        files: The files of the task.
        interpreter: On which Python.

    Raises:
        RefusedError: A system package is missing, or a service could not prepare its data.
    """
    wanted = services_named(task.run.services)
    machine.require_profile(task.run.profile, wanted, privileged=where.privileged)
    machine.require_packages(wanted, (), where.system)
    machine.require_packages((), task.run.packages, where.system_of(interpreter))
    # Found here, it is found: runs are forked from this process.
    runner_folder(where.cache, where.system_of(interpreter))
    seccomp_filter()
    return Order(
        task=task,
        solution=solution,
        files=files,
        interpreter=interpreter,
        system=where.system,
        service_interpreter=where.service_interpreter,
        cache=str(where.cache),
        templates=templates_for(wanted, where.system, where.cache),
    )
