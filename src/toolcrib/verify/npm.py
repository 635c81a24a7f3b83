"""npm as toolcrib uses it: with the user's settings, and no script of a package is ever run."""

import hashlib
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.verify.environment import filled_once
from toolcrib.verify.reasons import CannotInstallError

_TIMEOUT = 600
# No such package, no such version, or none for this machine; npm's documentation, "Common errors".
_NOT_TO_BE_HAD = re.compile(r"\b(E404|ETARGET|ENOVERSIONS|EBADPLATFORM)\b")


def npm_folder(packages: tuple[str, ...], cache: Path) -> Path:
    """Return the folder in whose `node_modules` packages are, installing them once.

    Args:
        packages: Names with versions, as npm takes them: `azurite@3`.
        cache: The user's cache.

    Raises:
        CannotInstallError: A package is not to be had.
        RefusedError: npm is not installed.
        ToolcribError: Network or disk failed it.
    """
    key = hashlib.sha256("\n".join(packages).encode()).hexdigest()[:32]
    folder = cache / "npm" / key
    filled_once(folder, partial(_install, packages))
    return folder


def npm_program() -> str:
    """Return the path of npm.

    Raises:
        RefusedError: It is not installed.
    """
    found = shutil.which("npm")
    if not found:
        raise RefusedError(
            "packages of npm are installed by npm, which is missing", "apt install npm"
        )
    return found


def _install(packages: tuple[str, ...], folder: Path) -> None:
    # Where a folder has no package.json, npm looks for one further up.
    (folder / "package.json").write_text("{}", encoding="ascii")
    command = [
        *(npm_program(), "install", "--prefix", str(folder), "--ignore-scripts", "--omit=dev"),
        *("--no-bin-links", "--no-audit", "--no-fund", "--loglevel=error"),
        *("--", *packages),
    ]
    try:
        done = subprocess.run(  # noqa: S603 -- npm, with arguments of ours
            command,
            cwd=folder,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=_TIMEOUT,
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        message = f"npm gave no answer in {_TIMEOUT} s"
        raise ToolcribError(message, "look at the network, then try again") from fault
    said = done.stderr.strip() or f"npm ended with {done.returncode}"
    if done.returncode and _NOT_TO_BE_HAD.search(said):
        raise CannotInstallError(said)
    if done.returncode:
        raise ToolcribError(f"npm could not do its work: {said}", "look at network and disk")
