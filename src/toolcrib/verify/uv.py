"""uv as toolcrib uses it: wheels only, and nothing of an environment is ever run."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from toolcrib.errors import ToolcribError
from toolcrib.model.receipt import Lock, Package
from toolcrib.verify.room import Interpreter

_TIMEOUT = 600
_NO_SOLUTION = 1
"""uv's status when wheels are missing or are not what they should be; 2 is any other fault."""


_OFFLINE = "network was disabled"


class CannotInstallError(Exception):
    """There is no set of wheels, or one is not what its lock says; in uv's own words."""


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
    requirements: tuple[str, ...], overrides: tuple[str, ...], interpreter: Interpreter
) -> Lock:
    """Find the newest set of wheels that satisfies requirements on an interpreter.

    No requirements are satisfied by no wheels, without uv.

    Raises:
        CannotInstallError: There is none.
        ToolcribError: uv is missing, or network or disk failed it.
    """
    packages = _compile(requirements, overrides, interpreter) if requirements else ()
    return Lock(
        python=interpreter.version,
        platform="linux-x86_64",
        requirements=requirements,
        overrides=overrides,
        packages=packages,
    )


def _compile(
    requirements: tuple[str, ...], overrides: tuple[str, ...], interpreter: Interpreter
) -> tuple[Package, ...]:
    command = [
        *(uv_program(), "pip", "compile", "-", "--python", str(interpreter.path)),
        # Of X.Y the lowest patch is meant: what is locked here must be right for all of them.
        *("--python-version", interpreter.version),
        *("--only-binary", ":all:", "--generate-hashes", "--no-header", "--no-annotate"),
        *("--no-emit-index-url", "--no-config", "--quiet", "--no-progress"),
    ]
    with tempfile.TemporaryDirectory(prefix="crib-") as folder:
        if overrides:
            file = Path(folder, "overrides.txt")
            file.write_text("\n".join(overrides), encoding="utf-8")
            command += ["--overrides", str(file)]
        return parse_locked(_uv(command, "\n".join(requirements)))


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


def install(lock: Lock, interpreter: Interpreter, prefix: Path) -> None:
    """Install exactly a lock's wheels below a prefix.

    Raises:
        CannotInstallError: A wheel is not to be had, or is not what the lock says.
    """
    requirements = prefix / "requirements.txt"
    requirements.write_text(locked_text(lock), encoding="utf-8")
    _uv(
        [
            *(uv_program(), "pip", "install", "--python", str(interpreter.path)),
            *("--prefix", str(prefix), "--requirements", str(requirements)),
            *("--require-hashes", "--no-deps", "--only-binary", ":all:"),
            *("--link-mode", "copy", "--no-config", "--quiet", "--no-progress"),
        ]
    )


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
        )
    except subprocess.TimeoutExpired as fault:
        message = f"uv gave no answer in {_TIMEOUT} s"
        raise ToolcribError(message, "look at the network, then try again") from fault
    said = done.stderr.strip() or f"uv ended with {done.returncode}"
    if done.returncode == _NO_SOLUTION and _OFFLINE not in said:
        raise CannotInstallError(said)
    if done.returncode:
        raise ToolcribError(f"uv could not do its work: {said}", "look at network and disk")
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
