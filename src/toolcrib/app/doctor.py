"""What this machine can run, and how to get the rest."""

import shutil
import sys
from collections.abc import Iterator

from toolcrib.app.bundle import open_bundle
from toolcrib.app.cache import free_bytes, kept
from toolcrib.app.settings import cache_folder
from toolcrib.errors import ToolcribError
from toolcrib.verify import machine
from toolcrib.verify.bench import bench
from toolcrib.verify.debian import RECIPES
from toolcrib.verify.interpreters import SUPPORTED
from toolcrib.verify.machine import Fitness
from toolcrib.verify.probes import probe
from toolcrib.verify.pyodide import PINNED, find_pyodide
from toolcrib.verify.services import ALL
from toolcrib.verify.services.service import Service
from toolcrib.verify.systems import chosen_system, interpreters_in, own_systems
from toolcrib.verify.uv import uv_program

_NEEDED = 2 * 10**9
"""Below so many free bytes environments and systems may not find room."""


def examine() -> Iterator[Fitness]:
    """Yield all that runs need, each with whether it is here and the command that gets it."""
    rooms = machine.closed_rooms()
    yield rooms
    if not sys.platform.startswith("linux"):
        return
    if rooms.ok:
        yield _walls()
        yield machine.memory_limits()
        yield _grade()
        yield machine.wired_rooms()
    yield from _systems()
    yield _uv()
    yield _pythons()
    yield _browser()
    yield from map(_service, ALL)
    yield _task_packages()
    yield _cache()


def _walls() -> Fitness:
    what = "walls"
    try:
        attempts = probe(bench(cache_folder().value))
    except ToolcribError as fault:
        return Fitness(what=what, ok=False, detail=str(fault), mend=fault.hint)
    stopped = [name for name, is_stopped in attempts if is_stopped]
    still_open = [name for name, is_stopped in attempts if not is_stopped]
    detail = f"{len(stopped)} of {len(attempts)} probe attacks were stopped"
    if still_open:
        detail += f"; not stopped: {', '.join(still_open)}"
    mend = "run nothing that you do not trust, and report this" if still_open else ""
    return Fitness(what=what, ok=not still_open, detail=detail, mend=mend)


def _grade() -> Fitness:
    where = bench(cache_folder().value)
    grade = where.grade_of(where.service_interpreter)
    system = where.system
    detail = f"{grade}: closed rooms, in {system.name} ({system.id})"
    mend = "" if system.is_own else "crib system build debian-12"
    return Fitness(what="grade", ok=True, detail=detail, mend=mend)


def _systems() -> Iterator[Fitness]:
    made = {own.system.name: own for own in own_systems(cache_folder().value)}
    for recipe in RECIPES:
        own = made.get(recipe.name)
        pythons = ", ".join(interpreter.full for interpreter in own.interpreters) if own else ""
        yield Fitness(
            what=f"system {recipe.name}",
            ok=own is not None,
            detail=f"Python {pythons}" if own else "not made here",
            mend="" if own else f"crib system build {recipe.name}",
        )


def _uv() -> Fitness:
    try:
        return Fitness(what="environments (uv)", ok=True, detail=uv_program())
    except ToolcribError as fault:
        return Fitness(what="environments (uv)", ok=False, detail=str(fault), mend=fault.hint)


def _uv_command() -> str:
    """Return uv as one would type it here: it may lie in the environment of toolcrib alone."""
    if shutil.which("uv"):
        return "uv"
    try:
        return uv_program()
    except ToolcribError:
        return "uv"


def _pythons() -> Fitness:
    cache = cache_folder().value
    found = interpreters_in(chosen_system("", cache), cache, SUPPORTED)
    absent = [version for version in SUPPORTED if version not in {i.version for i in found}]
    detail = ", ".join(interpreter.full for interpreter in found) or "none of the supported ones"
    mend = f"{_uv_command()} python install {' '.join(absent)}" if absent else ""
    return Fitness(what="Pythons", ok=bool(found), detail=detail, mend=mend)


def _browser() -> Fitness:
    what = "runs as in a browser (Pyodide)"
    found = find_pyodide(cache_folder().value)
    if found:
        return Fitness(what=what, ok=True, detail=f"Pyodide {PINNED}, Python {found.full}")
    npm = "" if shutil.which("npm") else f"{machine.apt_command(('npm',))} && "
    detail = "not made yet; solutions without services are proven there, too"
    return Fitness(what=what, ok=False, detail=detail, mend=f"{npm}crib system build pyodide")


def _service(service: Service) -> Fitness:
    what = f"service {service.name}"
    if service.npm and not shutil.which("npm"):
        mend = machine.apt_command(("npm",))
        return Fitness(what=what, ok=False, detail="needs npm", mend=mend)
    system = chosen_system("", cache_folder().value)
    absent = machine.missing_packages((service,), (), system)
    installed = ", installed when it is used" if service.distributions or service.npm else ""
    detail = f"{service.nature}{installed}"
    get = f"crib system build {system.name}" if system.is_own else machine.apt_command(absent)
    starts = "" if system.is_own else " (Debian starts it, too)"
    return Fitness(
        what=what,
        ok=not absent,
        detail=f"needs {', '.join(absent)}" if absent else detail,
        mend=f"{get}{starts}" if absent else "",
    )


def _task_packages() -> Fitness:
    """Look for the system packages that solutions use themselves, beside those of services."""
    system = chosen_system("", cache_folder().value)
    with open_bundle() as bundle:
        wanted = {package for task in bundle.tasks() for package in task.run.packages}
    absent = machine.missing_packages((), tuple(sorted(wanted)), system)
    get = f"crib system build {system.name}" if system.is_own else machine.apt_command(absent)
    return Fitness(
        what="packages that solutions use",
        ok=not absent,
        detail=f"{', '.join(absent)}: missing" if absent else f"all {len(wanted)} are here",
        mend=get if absent else "",
    )


def _cache() -> Fitness:
    size = sum(thing.size for thing in kept())
    detail = f"{_gigabytes(size)} in {cache_folder().value}, {_gigabytes(free_bytes())} free"
    full = free_bytes() < _NEEDED
    mend = "crib cache prune --to 1G" if full and size > 10**9 else ""
    return Fitness(what="cache", ok=not full, detail=detail, mend=mend)


def _gigabytes(size: int) -> str:
    return f"{size / 10**9:.1f} GB"
