"""Make the environment of this checkout with nothing but a Python.

`run` and `test` start it when `.venv` is missing or out of date. It needs the standard library
only: no pip, no ensurepip (Debian leaves it out of python3), no compiler, no root. It makes a bare
environment, lets a pinned pip (see fetch_pip.py) install the pinned, hashed requirements, and
links the sources into it.
"""

import compileall
import fcntl
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"
STAMP = ENVIRONMENT / "toolcrib.stamp"
PROGRAMS = ("crib", "toolcrib")
UNFINISHED = 3
INTERRUPTED = 130

sys.path.insert(0, str(ROOT / "scripts"))  # `python -I` leaves the script's own folder out

import fetch_pip  # noqa: E402 -- after the line that makes it importable


def main(level: str, stamp: str) -> None:
    """Make the environment for `run` or `test`, unless another start has just made it."""
    ENVIRONMENT.mkdir(exist_ok=True)
    with locked(ENVIRONMENT):
        found = read_stamp()
        if suffices(found, level, stamp):
            return
        began = time.monotonic()
        # The stamp goes first and comes last: whatever interrupts this, the next start sees it.
        STAMP.unlink(missing_ok=True)
        if not suffices(found, "run", stamp):
            make_environment()
        install(ROOT / "requirements" / f"{level}.txt", fetch_pip.pip_environ(os.environ))
        link_checkout()
        write_whole(STAMP, f"{stamp} {level}\n")
        say(f"done in {time.monotonic() - began:.0f} s")


def read_stamp() -> str:
    """Return what the last finished set-up wrote; nothing if its interpreter is gone since."""
    if not os.access(PYTHON, os.X_OK) or not STAMP.exists():
        return ""
    return STAMP.read_text(encoding="utf-8").strip()


def suffices(found: str, level: str, stamp: str) -> bool:
    """Tell whether a stamp that was found is what is wanted; `test` holds all of `run`."""
    levels = ("run", "test") if level == "run" else (level,)
    return found in [f"{stamp} {each}" for each in levels]


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder, so that of two starts one waits and then finds all done."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("another start is at it; waiting")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def make_environment() -> None:
    """Make a bare environment on the versioned file of the base interpreter.

    An upgrade that makes `python3` another version thus leaves a dead link, which the next start
    sees, and not an environment whose packages lie in the folder of the old version.
    """
    base = os.path.realpath(getattr(sys, "_base_executable", sys.executable))
    say(f"an environment in .venv on {base} ({sys.version.split()[0]})")
    command = [base, "-I", "-m", "venv", "--without-pip", "--clear", str(ENVIRONMENT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        raise OSError(f"{base} makes no environment: {(done.stdout + done.stderr).strip()}")


def install(requirements: Path, environ: Mapping[str, str]) -> None:
    """Install exactly what a requirements file pins; pip checks each file against its hash."""
    pins = requirements.read_text(encoding="utf-8").count("==")
    say(f"{pins} packages of requirements/{requirements.name}, each with its SHA-256")
    with tempfile.TemporaryDirectory() as folder:
        wheel, trusted = fetch_pip.fetch(Path(folder), environ)
        if trusted:
            say("no certificate authority here vouches for the index; the hashes alone must do")
        command = [str(PYTHON), "-I", f"{wheel}/pip", "install", "-qq"]
        command += ["--disable-pip-version-check", "--no-input", "--no-user"]
        command += ["--no-deps", "--only-binary=:all:", "--require-hashes"]
        command += [f"--trusted-host={host}" for host in trusted]
        command += ["--requirement", str(requirements)]
        done = subprocess.run(command, check=False, env=environ, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise OSError("pip could not install the packages; what it says stands above")


def link_checkout() -> None:
    """Make the sources importable, and write the programs `crib` and `toolcrib`."""
    for packages in ENVIRONMENT.glob("lib/python3.*/site-packages"):
        write_whole(packages / "toolcrib.pth", f"{ROOT / 'src'}\n")
    for name in PROGRAMS:
        write_whole(ENVIRONMENT / "bin" / name, program(PYTHON))
        (ENVIRONMENT / "bin" / name).chmod(0o755)
    # Now, because the first to start it may be somebody who cannot write here.
    compileall.compile_dir(ROOT / "src", quiet=2)


def program(python: Path) -> str:
    """Return a console script; it goes through sh, as a `#!` line takes no blanks or long paths."""
    return (
        "#!/bin/sh\n"
        f"""'''exec' "{python}" "$0" "$@"\n"""
        "' '''\n"
        "from toolcrib.__main__ import main\n"
        "\n"
        "main()\n"
    )


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there in whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def say(what: str) -> None:
    """Say on stderr what is being done."""
    print(f"setting up (once): {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except PermissionError as fault:
        print(f"crib: this user may not write {fault.filename or ENVIRONMENT}", file=sys.stderr)
        raise SystemExit(UNFINISHED) from None
    except OSError as fault:
        print(f"crib: {fault}", file=sys.stderr)
        raise SystemExit(UNFINISHED) from None
    except KeyboardInterrupt:
        print("crib: interrupted; start it again to finish", file=sys.stderr)
        raise SystemExit(INTERRUPTED) from None
