"""Root file systems of Debian, made by mmdebstrap: the same wherever they are made.

How mmdebstrap is called: its manual page, mmdebstrap(1), version 1.3.
"""

import hashlib
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec

from toolcrib.errors import RefusedError, ToolcribError, UsageError
from toolcrib.model.value import Value
from toolcrib.model.version import version_number
from toolcrib.verify.once import remove
from toolcrib.verify.room import Interpreter, System
from toolcrib.verify.systems import OwnSystem, keep_own_system, packages_in, unmerged

_NEWEST_TAG = 40
"""The newest glibc, 2.40, for which uv names a platform of wheels."""

_QUESTION = "import sys; print('.'.join(map(str, sys.version_info[:3])), sys.version_info[3])"


class Recipe(Value, frozen=True, kw_only=True):
    """What a root file system is made of: a suite of Debian and packages on top of its base.

    `for_services` says that services live in it, so that their packages belong to it as well.
    """

    name: str
    suite: str
    packages: tuple[str, ...]
    for_services: bool = False


# What Pythons that were built elsewhere are linked with.
_LIBRARIES = (
    *("ca-certificates", "libbz2-1.0", "libexpat1", "libffi8", "libgdbm6", "liblzma5"),
    *("libncursesw6", "libreadline8", "libsqlite3-0", "libssl3", "libuuid1", "zlib1g"),
)

RECIPES = (
    Recipe(
        name="debian-12",
        suite="bookworm",
        packages=("python3", "procps", *_LIBRARIES),
        for_services=True,
    ),
    Recipe(
        name="debian-sid",
        suite="sid",
        packages=("python3.14", "python3.15", "python3-tk", "ca-certificates", "procps"),
    ),
)


def recipe_named(name: str) -> Recipe:
    """Return a recipe.

    Raises:
        UsageError: There is none of that name.
    """
    for recipe in RECIPES:
        if recipe.name == name:
            return recipe
    names = ", ".join(recipe.name for recipe in RECIPES)
    raise UsageError(f"there is no recipe for a system {name!r}", f"there are: {names}")


def build(recipe: Recipe, cache: Path, tell: Callable[[str], None], mirror: str = "") -> OwnSystem:
    """Make a root file system and keep it in the cache; `tell` hears what goes on, a line a call.

    Its id is the digest of the recipe and of the packages that came, with their versions. It is
    made beside its place and renamed in whole.

    Raises:
        RefusedError: mmdebstrap is not installed.
        ToolcribError: It could not do its work.
    """
    folder = cache / "systems"
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(tempfile.mkdtemp(prefix=f"{recipe.name}-", dir=folder))
    try:
        _unpack(recipe, staging, tell, mirror)
        packages = packages_in(staging)
        text = json.dumps([recipe.suite, recipe.packages, sorted(packages.items())])
        id_ = hashlib.sha256(text.encode()).hexdigest()[:16]
        place = folder / f"{recipe.name}-{id_}"
        staging.chmod(0o755)
        if place.is_dir():
            remove(staging)
        else:
            staging.rename(place)
    except BaseException:
        remove(staging)
        raise
    own = _described(recipe, id_, place, packages)
    keep_own_system(own, cache)
    return own


def _unpack(recipe: Recipe, folder: Path, tell: Callable[[str], None], mirror: str) -> None:
    """Let mmdebstrap write an archive, and unpack that as it comes, owned by whoever runs this."""
    program = shutil.which("mmdebstrap")
    if not program:
        message = "root file systems are made by mmdebstrap, which is not installed"
        raise RefusedError(message, "apt install mmdebstrap")
    command = [
        *(program, "--variant=minbase", f"--include={','.join(recipe.packages)}"),
        # A mirror that stands still for some days is as good; the signature is checked anyway.
        '--aptopt=Acquire::Check-Valid-Until "false"',
        # Documentation is a fifth of a system, and nothing reads it there.
        *(f"--dpkgopt=path-exclude=/usr/share/{n}/*" for n in ("doc", "man", "info")),
        *(recipe.suite, "-", *filter(None, [mirror])),
    ]
    # Devices cannot be made by everybody, and a room has its own.
    unpack = ["tar", "-x", "--no-same-owner", "--exclude=./dev/*", "-C", str(folder)]
    with (
        subprocess.Popen(  # noqa: S603 -- mmdebstrap, with arguments of ours
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding=None,
        ) as maker,
        subprocess.Popen(unpack, stdin=maker.stdout) as unpacker,  # noqa: S603 -- tar of this system
    ):
        if maker.stdout:
            # Held open here it would let mmdebstrap wait for ever, should tar end before it.
            maker.stdout.close()
        said = []
        for line in maker.stderr or ():
            said.append(line.decode("utf-8", "replace").rstrip())
            tell(said[-1])
        statuses = maker.wait(), unpacker.wait()
    if any(statuses):
        last = "\n".join(said[-10:])
        message = f"mmdebstrap could not make {recipe.name}:\n{last}"
        raise ToolcribError(message, "see that Debian's packages can be fetched, then try again")


def _described(recipe: Recipe, id_: str, place: Path, packages: dict[str, str]) -> OwnSystem:
    system = System(
        name=recipe.name, id=id_, root=place, packages=packages, unmerged=unmerged(place)
    )
    wheels = wheels_of(packages)
    interpreters = tuple(
        found
        for path in sorted((place / "usr/bin").glob("python3.[0-9]*"))
        if path.name[-1].isdigit() and (found := _asked(path, system, wheels))
    )
    newest = max((i.full for i in interpreters), key=version_number, default="")
    python = next((str(i.path) for i in interpreters if i.full == newest), "")
    own = msgspec.structs.replace(system, python=python)
    return OwnSystem(
        system=own,
        interpreters=tuple(msgspec.structs.replace(i, system=own) for i in interpreters),
    )


def _asked(path: Path, system: System, wheels: str) -> Interpreter | None:
    """Return what a Python in a root file system says of itself, or None when it says nothing."""
    inside = Path("/", path.relative_to(system.root))
    python = Interpreter(
        path=inside, prefix=Path("/usr"), full="0.0.0", system=system, wheels=wheels
    )
    done = subprocess.run(  # noqa: S603 -- Debian's own Python
        [*python.command, "-I", "-S", "-c", _QUESTION],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={},
    )
    full, _, level = done.stdout.strip().partition(" ")
    return msgspec.structs.replace(python, full=full) if level == "final" else None


def wheels_of(packages: dict[str, str]) -> str:
    """Return uv's name for the wheels that a Debian's glibc can load (PEP 600)."""
    numbers = packages.get("libc6", "2.17").partition("-")[0].split(".")
    return f"x86_64-manylinux_2_{min(int(numbers[1]), _NEWEST_TAG)}"
