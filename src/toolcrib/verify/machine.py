"""What this machine can run, and the one command that gets the rest."""

import functools
import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.model.value import Value
from toolcrib.verify.closed import bwrap_program
from toolcrib.verify.pod import try_room
from toolcrib.verify.pool import run_one
from toolcrib.verify.services.service import Service

_ALLOW = (
    "let this user make namespaces (in a container: start it with more rights; on Ubuntu 24.04: "
    "sysctl kernel.apparmor_restrict_unprivileged_userns=0)"
)
_ROOT_RECIPE = "host /usr"


class Fitness(Value, frozen=True, kw_only=True):
    """One thing that a run needs: whether this machine has it, and what gets it."""

    what: str
    ok: bool
    detail: str = ""
    mend: str = ""


@functools.cache
def closed_rooms() -> Fitness:
    """Tell whether this machine can have a pod, by making an empty one; asked once a process."""
    what = "closed rooms (bubblewrap)"
    if not sys.platform.startswith("linux"):
        return Fitness(what=what, ok=False, detail=f"not on {sys.platform}", mend="use Linux")
    if platform.machine() != "x86_64":
        detail = f"no system-call filter for {platform.machine()} yet"
        return Fitness(what=what, ok=False, detail=detail)
    try:
        version = _version(bwrap_program())
        run_one(None, try_room)
    except RefusedError as fault:
        return Fitness(what=what, ok=False, detail=str(fault), mend=apt_command(("bubblewrap",)))
    except ToolcribError as fault:
        return Fitness(what=what, ok=False, detail=str(fault), mend=_ALLOW)
    return Fitness(what=what, ok=True, detail=version)


def require_closed_rooms() -> None:
    """Go on only where this machine can have a pod.

    Raises:
        RefusedError: It cannot; the hint is the command that mends it.
    """
    fitness = closed_rooms()
    if not fitness.ok:
        message = f"this machine cannot run it in a closed room: {fitness.detail}"
        raise RefusedError(message, fitness.mend or "crib doctor")


def _version(program: str) -> str:
    done = subprocess.run(  # noqa: S603 -- bubblewrap, found on PATH
        [program, "--version"], capture_output=True, check=False, encoding="utf-8"
    )
    return done.stdout.strip()


def missing_packages(services: tuple[Service, ...], packages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the Debian packages that services and a solution need and this machine lacks."""
    absent = [
        package
        for service in services
        if service.program and not has_program(service.program)
        for package in service.packages
    ]
    installed = package_versions()
    if installed:
        absent += [package for package in packages if package not in installed]
    return tuple(dict.fromkeys(absent))


def has_program(program: str) -> bool:
    """Tell whether a program of a service is there: a name on PATH or in sbin, or a pattern."""
    if program.startswith("/"):
        return any(Path("/").glob(program.removeprefix("/")))
    return shutil.which(program, path=f"{os.defpath}:/usr/sbin:/sbin:/usr/local/bin") is not None


def require_packages(services: tuple[Service, ...], packages: tuple[str, ...]) -> None:
    """Go on only where all system packages are there.

    Raises:
        RefusedError: One is missing; the hint is the command that gets them all.
    """
    absent = missing_packages(services, packages)
    if absent:
        names = ", ".join(absent)
        raise RefusedError(f"it needs system packages: {names}", apt_command(absent))


def apt_command(packages: tuple[str, ...]) -> str:
    """Return the command that installs Debian packages, as this user would type it."""
    sudo = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
    return f"{sudo}apt install {' '.join(packages)}"


@functools.cache
def package_versions() -> dict[str, str]:
    """Return the versions of Debian's packages, or nothing without dpkg; asked once a process."""
    try:
        listing = subprocess.run(
            ["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package} ${Version}\n"],  # noqa: S607 -- Debian has it
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return {}
    rows = (line.split() for line in listing.splitlines())
    return {row[1]: row[2] for row in rows if row[0].startswith("ii")}


def root_id() -> str:
    """Return what the file system of the pods is made of, as a short digest."""
    listing = sorted(package_versions().items())
    text = f"{_ROOT_RECIPE}\n{platform.release()}\n{listing}"
    return hashlib.sha256(text.encode()).hexdigest()[:16]
