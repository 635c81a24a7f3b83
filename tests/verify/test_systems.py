"""Root file systems: what is read of them, and one that is made and lived in."""

import functools
import os
import shutil
from pathlib import Path

import msgspec
import pytest

from rooms import ended, room
from toolcrib.app.settings import cache_folder
from toolcrib.errors import RefusedError, ToolcribError, UsageError
from toolcrib.verify import systems
from toolcrib.verify.bench import bench
from toolcrib.verify.cgroup import ground
from toolcrib.verify.debian import Recipe, build, recipe_named, wheels_of
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.machine import missing_packages
from toolcrib.verify.room import HOST, Interpreter, System
from toolcrib.verify.runner import runner_folder
from toolcrib.verify.systems import (
    OwnSystem,
    chosen_system,
    host_system,
    interpreters_in,
    keep_own_system,
    own_systems,
    packages_in,
    service_interpreter,
)

STATUS = """\
Package: libc6
Status: install ok installed
Version: 2.36-9+deb12u10
Description: GNU C Library
 Package: no, this is only told here

Package: gone
Status: deinstall ok config-files
Version: 1

Package: python3
Status: hold ok installed
Version: 3.11.2-1+b1
"""


def own_system(folder: Path, name: str, *versions: str) -> OwnSystem:
    """Return a root file system of an empty folder, and keep it in a cache."""
    root = folder / "roots" / name
    root.mkdir(parents=True)
    newest = f"/usr/bin/python{versions[-1].rpartition('.')[0]}" if versions else ""
    system = System(name=name, id=f"{name}-id", root=root, python=newest)
    interpreters = tuple(
        Interpreter(
            path=Path(f"/usr/bin/python{full.rpartition('.')[0]}"),
            prefix=Path("/usr"),
            full=full,
            system=system,
            wheels="x86_64-manylinux_2_36",
        )
        for full in versions
    )
    own = OwnSystem(system=system, interpreters=interpreters)
    keep_own_system(own, folder)
    return own


def test_library_renamed_for_64_bit_times_is_there(tmp_path: Path) -> None:
    """A task names libglib2.0-0, and a newer Debian has it as libglib2.0-0t64."""
    system = System(
        name="sid", id="sid-id", root=tmp_path, packages={"libglib2.0-0t64": "1", "libgl1": "1"}
    )
    assert missing_packages((), ("libglib2.0-0", "libgl1", "libegl1"), system) == ("libegl1",)


def test_installed_packages_are_read(tmp_path: Path) -> None:
    """What is installed counts, what was removed does not, and descriptions are not fields."""
    (tmp_path / "var/lib/dpkg").mkdir(parents=True)
    (tmp_path / "var/lib/dpkg/status").write_text(STATUS)
    assert packages_in(tmp_path) == {"libc6": "2.36-9+deb12u10", "python3": "3.11.2-1+b1"}
    assert packages_in(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("version", "wheels"),
    [("2.36-9+deb12u10", "x86_64-manylinux_2_36"), ("2.42-5", "x86_64-manylinux_2_40")],
)
def test_wheels_that_a_glibc_loads(version: str, wheels: str) -> None:
    """The platform of wheels follows from the C library, as far as uv has a name for it."""
    assert wheels_of({"libc6": version}) == wheels


def test_system_is_kept_whole(tmp_path: Path) -> None:
    """What is kept of a system is read as it was written; one whose folder is gone is not there."""
    own = own_system(tmp_path, "debian-12", "3.11.2")
    assert own_systems(tmp_path) == (own,)
    (tmp_path / "systems/other.json").write_text('{"written": "by another version"}')
    assert own_systems(tmp_path) == (own,)
    own.system.root.rmdir()
    assert own_systems(tmp_path) == ()


def test_own_system_comes_first(tmp_path: Path) -> None:
    """Without a name the system with services is taken if it was made, else this machine's."""
    assert chosen_system("", tmp_path).name == HOST
    own_system(tmp_path, "debian-sid", "3.15.2")
    assert chosen_system("", tmp_path).name == HOST
    own = own_system(tmp_path, "debian-12", "3.11.2")
    assert chosen_system("", tmp_path) == own.system
    assert chosen_system(HOST, tmp_path) == host_system()
    with pytest.raises(UsageError, match="no system 'debian-99'"):
        chosen_system("debian-99", tmp_path)


def test_pythons_of_all_systems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Movable Pythons take the wheels of the system they are put into; others bring their own."""

    def found(_versions: object, *, movable: bool = False) -> tuple[Interpreter, ...]:
        assert movable
        return (Interpreter(path=Path("/p/bin/python3.12"), prefix=Path("/p"), full="3.12.1"),)

    monkeypatch.setattr(systems, "find_interpreters", found)
    old = own_system(tmp_path, "debian-12", "3.11.2")
    new = own_system(tmp_path, "debian-sid", "3.14.10", "3.15.2")
    pythons = interpreters_in(old.system, tmp_path, ("3.11", "3.12", "3.15"))
    assert [(i.full, i.system and i.system.name, i.wheels) for i in pythons] == [
        ("3.11.2", "debian-12", "x86_64-manylinux_2_36"),
        ("3.12.1", None, "x86_64-manylinux_2_36"),
        ("3.15.2", "debian-sid", "x86_64-manylinux_2_36"),
    ]
    assert service_interpreter(old.system, tmp_path) == old.interpreters[0]
    assert service_interpreter(new.system, tmp_path) == new.interpreters[1]


def test_use_by_a_python_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that only lends its Python counts as used, so that pruning leaves it."""
    monkeypatch.setattr(systems, "find_interpreters", lambda _versions, **_: ())
    chosen = own_system(tmp_path, "debian-12", "3.11.2").system
    lender, idle = (own_system(tmp_path, n, v).system for n, v in (("a", "3.14.1"), ("b", "3.9.1")))
    for system in (lender, idle):
        os.utime(system.root, (0, 0))
    assert len(interpreters_in(chosen, tmp_path, ("3.11", "3.14"))) == 2
    assert lender.root.stat().st_mtime > 0
    assert idle.root.stat().st_mtime == 0


def test_unknown_recipe() -> None:
    """The recipes that there are are named to whoever asks for another."""
    with pytest.raises(UsageError) as fault:
        recipe_named("debian-11")
    assert "debian-12, debian-sid" in fault.value.hint


def test_unpacking_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When tar ends early, mmdebstrap does not write to nobody for ever, and nothing is left."""
    for name, does in (("mmdebstrap", "head -c 3000000 /dev/zero"), ("tar", "exit 2")):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{does}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=os.pathsep)
    with pytest.raises(ToolcribError, match="could not make debian-sid"):
        build(recipe_named("debian-sid"), tmp_path / "cache", print)
    assert list((tmp_path / "cache/systems").iterdir()) == []


def test_no_mmdebstrap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without mmdebstrap nothing is made, nothing is left, and the answer says what to install."""
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    with pytest.raises(RefusedError) as fault:
        build(recipe_named("debian-sid"), tmp_path, print)
    assert fault.value.hint == "apt install mmdebstrap"
    assert list(tmp_path.glob("systems/*")) == []


@functools.cache
def small_system() -> OwnSystem:
    """Return a small Debian with a Python, made once and kept in the user's cache."""
    recipe = Recipe(name="small", suite="bookworm", packages=("python3",))
    for own in own_systems(cache_folder().value):
        if own.system.name == recipe.name:
            return own
    return build(recipe, cache_folder().value, print)


@pytest.mark.pod
@pytest.mark.index
def test_room_in_a_system_of_its_own() -> None:
    """A program sees the files of its own system, and nothing of this machine's."""
    own = small_system()
    (python,) = own.interpreters
    code = "import os, sys; print(sys.executable, *sorted(os.listdir('/usr/bin')))"
    job = msgspec.structs.replace(
        room(code),
        interpreter=python,
        system=own.system,
        runner=runner_folder(cache_folder().value, own.system),
    )
    ending = ended(job)
    assert (ending.stopped, ending.status, ending.stderr) == ("", 0, b""), ending
    executable, *programs = ending.stdout.decode().split()
    assert executable == "/usr/bin/python3.11"
    assert programs == sorted(path.name for path in (own.system.root / "usr/bin").iterdir())


@pytest.mark.pod
@pytest.mark.index
def test_python_put_into_a_system() -> None:
    """A Python that was built elsewhere runs in a system that does not have it."""
    own = small_system()
    python = this_interpreter()
    if python.prefix.is_relative_to("/usr"):
        (python,) = own.interpreters
    job = msgspec.structs.replace(
        room("import sys; print(sys.version_info[:2])"),
        interpreter=python,
        system=own.system,
        runner=runner_folder(cache_folder().value, own.system),
    )
    wanted = tuple(map(int, python.version.split(".")))
    assert ended(job).stdout.decode() == f"{wanted}\n"


def test_grade_follows_the_system(tmp_path: Path) -> None:
    """A run in this machine's own system has another grade than one in toolcrib's."""
    own = own_system(tmp_path, "debian-12", "3.11.2")
    (inside,) = own.interpreters
    assert bench(tmp_path, HOST).grade_of(this_interpreter()) == "host"
    grade = "full" if ground().folder else "no-cgroup"
    assert bench(tmp_path, "debian-12").grade_of(this_interpreter()) == grade
    assert bench(tmp_path, HOST).grade_of(inside) == grade
