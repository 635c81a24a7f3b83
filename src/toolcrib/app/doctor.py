"""What this machine can run, and how to get the rest."""

import shutil
import sys

from toolcrib.errors import ToolcribError
from toolcrib.verify import machine
from toolcrib.verify.interpreters import SUPPORTED, find_interpreters
from toolcrib.verify.machine import Fitness
from toolcrib.verify.services import ALL
from toolcrib.verify.services.service import Service
from toolcrib.verify.uv import uv_program


def examine() -> tuple[Fitness, ...]:
    """Return all that runs need, each with whether it is here and the command that gets it."""
    if not sys.platform.startswith("linux"):
        return (machine.closed_rooms(),)
    return (machine.closed_rooms(), _uv(), _pythons(), *map(_service, ALL))


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
    found = find_interpreters()
    absent = [version for version in SUPPORTED if version not in {i.version for i in found}]
    detail = ", ".join(interpreter.full for interpreter in found) or "none of the supported ones"
    mend = f"{_uv_command()} python install {' '.join(absent)}" if absent else ""
    return Fitness(what="Pythons", ok=bool(found), detail=detail, mend=mend)


def _service(service: Service) -> Fitness:
    absent = machine.missing_packages((service,), ())
    detail = f"{service.nature}" + ("" if service.packages else ", installed when it is used")
    return Fitness(
        what=f"service {service.name}",
        ok=not absent,
        detail=f"needs {', '.join(absent)}" if absent else detail,
        mend=f"{machine.apt_command(absent)} (Debian starts it, too)" if absent else "",
    )
