"""What this machine can run, and the one command that gets the rest."""

import functools
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.model.measurement import Computer
from toolcrib.model.task import Profile
from toolcrib.model.value import Value
from toolcrib.verify import seccomp
from toolcrib.verify.cgroup import ground
from toolcrib.verify.closed import bwrap_program
from toolcrib.verify.npm import npm_program
from toolcrib.verify.pod import try_room, try_wire
from toolcrib.verify.pool import run_one
from toolcrib.verify.room import System
from toolcrib.verify.services.service import Service
from toolcrib.verify.systems import host_system

_ALLOW = (
    "let this user make namespaces (in a container: start it with more rights; on Ubuntu 24.04: "
    "sysctl kernel.apparmor_restrict_unprivileged_userns=0)"
)
_DELEGATE = "start it by systemd-run --user --scope -p Delegate=yes crib …"


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
    machine = platform.machine()
    if machine not in seccomp.MACHINES:
        detail = f"no system-call filter for {machine} yet"
        return Fitness(what=what, ok=False, detail=detail)
    try:
        version = _version(bwrap_program())
        run_one(host_system(), try_room)
    except RefusedError as fault:
        return Fitness(what=what, ok=False, detail=str(fault), mend=apt_command(("bubblewrap",)))
    except ToolcribError as fault:
        return Fitness(what=what, ok=False, detail=str(fault), mend=_ALLOW)
    untried = f"; the filter of system calls for {machine} is untried"
    return Fitness(
        what=what, ok=True, detail=version + (untried if machine in seccomp.UNTRIED else "")
    )


def memory_limits() -> Fitness:
    """Tell what holds rooms to their memory here; something always does."""
    found = ground()
    what = "memory limits"
    if found.folder:
        return Fitness(what=what, ok=True, detail=f"by the kernel (cgroup v2, in {found.folder})")
    mend = _DELEGATE if shutil.which("systemd-run") and os.geteuid() else ""
    return Fitness(what=what, ok=True, detail=f"by a watchdog: {found.why_not}", mend=mend)


def require_closed_rooms() -> None:
    """Go on only where this machine can have a pod.

    Raises:
        RefusedError: It cannot; the hint is the command that mends it.
    """
    fitness = closed_rooms()
    if not fitness.ok:
        message = f"this machine cannot run it in a closed room: {fitness.detail}"
        raise RefusedError(message, fitness.mend or "crib doctor")


@functools.cache
def wired_rooms() -> Fitness:
    """Tell whether a pod may have two networks joined by a wire, by making them; asked once."""
    what = "packets"
    room = closed_rooms()
    if not room.ok:
        return Fitness(what=what, ok=False, detail="no closed rooms")
    try:
        run_one(None, try_wire)
    except ToolcribError as fault:
        detail = f"no virtual Ethernet: {fault}"
        return Fitness(what=what, ok=False, detail=detail, mend="modprobe veth, as root")
    return Fitness(what=what, ok=True, detail="two networks joined by a wire")


def require_profile(profile: Profile, services: tuple[Service, ...], *, privileged: bool) -> None:
    """Go on only where this machine can have pods of a profile, and the user lets it.

    Raises:
        RefusedError: It cannot, or it may not; the hint is what mends it.
    """
    engines = [service.name for service in services if service.privileged]
    if profile == "raw-net" and not wired_rooms().ok:
        fitness = wired_rooms()
        raise RefusedError(f"it sends packets: {fitness.detail}", fitness.mend or "crib doctor")
    if engines and profile != "privileged":
        hint = 'profile = "privileged" in the [run] of its task.toml'
        raise RefusedError(f"{engines[0]} needs a privileged room", hint)
    if profile == "privileged" and not privileged:
        message = "it needs a privileged room, from which more of the kernel is within reach"
        hint = "on a machine that you can throw away: --privileged, or TOOLCRIB_PRIVILEGED=1"
        raise RefusedError(message, hint)


def _version(program: str) -> str:
    done = subprocess.run(  # noqa: S603 -- bubblewrap, found on PATH
        [program, "--version"], capture_output=True, check=False, encoding="utf-8"
    )
    return done.stdout.strip()


def missing_packages(
    services: tuple[Service, ...], packages: tuple[str, ...], system: System
) -> tuple[str, ...]:
    """Return the Debian packages that services and a solution need and a system lacks.

    A library whose time became one of 64 bits carries that in its name (libglib2.0-0t64), and
    provides the old one: https://wiki.debian.org/ReleaseGoals/64bit-time
    """
    absent = [
        package
        for service in services
        if not all(has_program(p, system.root) for p in (service.program, *service.tools) if p)
        for package in service.packages
    ]
    if system.packages:
        absent += [p for p in packages if not {p, f"{p}t64"} & system.packages.keys()]
    return tuple(dict.fromkeys(absent))


def has_program(program: str, root: Path = Path("/")) -> bool:
    """Tell whether a program of a service is in a root: a name on PATH or in sbin, or a pattern."""
    if program.startswith("/"):
        return any(root.glob(program.removeprefix("/")))
    folders = ("usr/bin", "bin", "usr/sbin", "sbin", "usr/local/bin")
    return any(os.access(root / folder / program, os.X_OK) for folder in folders)


def require_packages(
    services: tuple[Service, ...], packages: tuple[str, ...], system: System
) -> None:
    """Go on only where all system packages are there.

    Raises:
        RefusedError: One is missing; the hint is the command that gets them all.
    """
    if any(service.npm for service in services):
        npm_program()
    absent = missing_packages(services, packages, system)
    if absent:
        get = f"crib system build {system.name}" if system.is_own else apt_command(absent)
        raise RefusedError(f"it needs system packages: {', '.join(absent)}", get)


def apt_command(packages: tuple[str, ...]) -> str:
    """Return the command that installs Debian packages, as this user would type it."""
    sudo = "" if hasattr(os, "geteuid") and os.geteuid() == 0 else "sudo "
    return f"{sudo}apt install {' '.join(packages)}"


@functools.cache
def computer() -> Computer:
    """Return what this machine's kernel says of its processor (proc_cpuinfo(5))."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    models = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return Computer(cpu=next(models, platform.machine()), cores=os.cpu_count() or 1)
