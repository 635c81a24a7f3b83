"""uv as toolcrib uses it: wheels only, and nothing of an environment is ever run."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

import msgspec

from toolcrib.errors import ToolcribError
from toolcrib.model.module import normalised
from toolcrib.model.receipt import Lock, Package
from toolcrib.verify import kernel
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.reasons import CannotInstallError, one_line
from toolcrib.verify.room import Interpreter
from toolcrib.verify.sdists import Wheel, by_name

_TIMEOUT = 600
_NO_SOLUTION = 1
"""uv's status when wheels are missing or are not what they should be; 2 is any other fault."""

_BAD_WHEEL = re.compile(r"Failed to install: .*\n\s*cause: (The wheel is|Scripts must|Wheel )")
"""With status 2 all the same it is the fault of a wheel."""

_MACHINE = ("network was disabled", "No space left on device", "Disk quota exceeded")
"""With status 1 all the same it is no fault of a wheel."""


def uv_program() -> str:
    """Return the path of uv: of its distribution, or on PATH.

    Raises:
        ToolcribError: It is not installed.
    """
    try:
        from uv import find_uv_bin  # noqa: PLC0415 -- an extra, asked for only here

        return str(find_uv_bin())
    except (ImportError, FileNotFoundError):
        found = shutil.which("uv")
    if not found:
        message = "environments are made by uv, which is not installed"
        raise ToolcribError(message, "pip install 'toolcrib[run]'")
    return found


def resolve(
    requirements: tuple[str, ...],
    overrides: tuple[str, ...],
    interpreter: Interpreter,
    wheels: tuple[Wheel, ...] = (),
) -> Lock:
    """Find the newest set of wheels that satisfies requirements on an interpreter.

    No requirements are satisfied by no wheels, without uv. Wheels that were built here are taken
    besides those of the index.

    Raises:
        CannotInstallError: There is none, or a requirement asks for more than a distribution.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    for requirement in (*requirements, *overrides):
        by_name(requirement)
    packages = _compile(requirements, overrides, interpreter, wheels) if requirements else ()
    return Lock(
        python=interpreter.version,
        platform=interpreter.platform,
        requirements=requirements,
        overrides=overrides,
        packages=tuple(_built(package, wheels) for package in packages),
    )


def _compile(
    requirements: tuple[str, ...],
    overrides: tuple[str, ...],
    interpreter: Interpreter,
    wheels: tuple[Wheel, ...],
) -> tuple[Package, ...]:
    command = [
        *(uv_program(), "pip", "compile", "-", "--python", str(_startable(interpreter).path)),
        # Of X.Y the lowest patch is meant: what is locked here must be right for all of them.
        *("--python-version", interpreter.version),
        *(("--python-platform", interpreter.wheels) if interpreter.wheels else ()),
        *("--only-binary", ":all:", "--generate-hashes", "--no-header", "--no-annotate"),
        *("--no-emit-index-url", "--no-config", "--quiet", "--no-progress"),
        *_places(wheel.path.parent for wheel in wheels),
    ]
    with tempfile.TemporaryDirectory(prefix="crib-") as folder:
        if overrides:
            file = Path(folder, "overrides.txt")
            file.write_text("\n".join(overrides), encoding="utf-8")
            command += ["--overrides", str(file)]
        return parse_locked(_uv(command, "\n".join(requirements)))


def _built(package: Package, wheels: tuple[Wheel, ...]) -> Package:
    """Return a package with what is known of its wheel where that was built here."""
    for wheel in wheels:
        if (wheel.name, wheel.version) == (normalised(package.name), package.version):
            return msgspec.structs.replace(package, hashes=(wheel.sha256,), sdist=wheel.sdist)
    return package


def _places(folders: Iterable[Path]) -> list[str]:
    return [part for folder in folders for part in ("--find-links", str(folder))]


def parse_locked(text: str) -> tuple[Package, ...]:
    """Read requirements with hashes, as `pip` and uv write them (pip's "Secure installs")."""
    packages = []
    for logical in text.replace("\\\n", " ").splitlines():
        head, *options = logical.split() or [""]
        match = re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s;]+)", head.partition(";")[0])
        if match:
            hashes = (o.removeprefix("--hash=sha256:") for o in options if "--hash=sha256" in o)
            package = Package(name=match[1], version=match[2], hashes=tuple(sorted(hashes)))
            packages.append(package)
    return tuple(packages)


def locked_text(lock: Lock) -> str:
    """Return a lock as requirements with hashes."""
    lines = []
    for package in lock.packages:
        hashes = "".join(f" --hash=sha256:{digest}" for digest in package.hashes)
        lines.append(f"{package.name}=={package.version}{hashes}")
    return "\n".join(lines) + "\n"


def install(
    lock: Lock, interpreter: Interpreter, prefix: Path, folders: Iterable[Path] = ()
) -> None:
    """Install exactly a lock's wheels below a prefix; those that were built here lie in folders.

    Raises:
        CannotInstallError: A wheel is not to be had, or is not what the lock says.
    """
    _uv(
        [
            *(uv_program(), "pip", "install", "--python", str(_startable(interpreter).path)),
            *_place(interpreter, prefix),
            *("--requirements", "-"),
            *("--require-hashes", "--no-deps", "--only-binary", ":all:"),
            *("--link-mode", "copy", "--no-config", "--quiet", "--no-progress"),
            *_places(folders),
        ],
        locked_text(lock),
    )


def _place(interpreter: Interpreter, prefix: Path) -> tuple[str, ...]:
    """Return where wheels go, and for what they are chosen where uv cannot ask the interpreter."""
    wheels = ("--python-platform", interpreter.wheels) if interpreter.wheels else ()
    if _startable(interpreter) is interpreter:
        return ("--prefix", str(prefix), *wheels)
    library = prefix / f"lib/python{interpreter.version}/site-packages"
    return ("--target", str(library), "--python-version", interpreter.version, *wheels)


def _startable(interpreter: Interpreter) -> Interpreter:
    """Return an interpreter that uv can start: another one for that of a system of its own."""
    return this_interpreter() if interpreter.system else interpreter


def _uv(command: list[str], text: str = "") -> str:
    if _system_certificates():
        # As pip does: an authority that this machine trusts is trusted.
        command = [*command, "--system-certs"]
    try:
        done = subprocess.run(  # noqa: S603 -- uv, with arguments of ours
            command,
            input=text,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT,
            check=False,
            # Left alone it would write on, into what others hold for theirs. (One thread only.)
            preexec_fn=kernel.die_with_parent,
        )
    except subprocess.TimeoutExpired as fault:
        message = f"uv gave no answer in {_TIMEOUT} s"
        raise ToolcribError(message, "look at the network, then try again") from fault
    said = done.stderr.strip() or f"uv ended with {done.returncode}"
    machine = any(words in said for words in _MACHINE)
    if _BAD_WHEEL.search(said) or (done.returncode == _NO_SOLUTION and not machine):
        raise CannotInstallError(one_line(said))
    if done.returncode:
        message = f"uv could not do its work: {one_line(said)}"
        raise ToolcribError(message, "look at network and disk")
    return done.stdout


def _system_certificates() -> bool:
    """Tell whether uv is to trust what this machine trusts.

    Not where the user names certificates (uv reads SSL_CERT_FILE and SSL_CERT_DIR itself), and not
    on a bare Debian, which has none of its own: uv brings some along.
    """
    import ssl

    paths = ssl.get_default_verify_paths()
    own_file = paths.cafile not in (None, paths.openssl_cafile)
    own_folder = paths.capath not in (None, paths.openssl_capath)
    if own_file or own_folder:
        return False
    return bool(paths.cafile or (paths.capath and any(Path(paths.capath).iterdir())))
