# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""A release has a folder of its own, and a link says which one is served: going back is a switch."""

import argparse
import os
import shlex
import signal
import subprocess
import sys
from pathlib import Path


def switch(current: Path, release: str) -> None:
    new = current.with_name("current.new")
    new.unlink(missing_ok=True)
    new.symlink_to(release)
    new.replace(current)  # without a moment in which there is no link


def deploy(archive: Path, target: Path, check: list[str]) -> bool:
    name, current = archive.name.removesuffix(".tar.gz"), target / "current"
    before = os.readlink(current) if current.is_symlink() else None
    (folder := target / "releases" / name).mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True, capture_output=True)
    print(f"{name}: unpacked")
    switch(current, f"releases/{name}")
    print(f"{name}: switched")
    health = None
    try:
        health = subprocess.run(check, cwd=current, capture_output=True, text=True, timeout=60)
        failed = f"check failed: {health.stdout.strip()}"
        print(f"{name}:", failed if health.returncode else "healthy")
    finally:  # after Ctrl-C and a check that hangs, too
        if health is None or health.returncode:
            if before:
                switch(current, before)
                print(f"{name}: rolled back to {Path(before).name}")
            else:
                current.unlink()
    return health.returncode == 0


parser = argparse.ArgumentParser(description="Deploy a release, and roll back a sick one.")
parser.add_argument("release", nargs="+", type=Path, help="NAME.tar.gz; several, in order")
parser.add_argument("--target", required=True, type=Path, help="folder with the link `current`")
parser.add_argument("--check", type=shlex.split, default="sh check.sh", help="run in its folder")
args = parser.parse_args()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
try:
    sys.exit(int(not all(deploy(release, args.target, args.check) for release in args.release)))
except subprocess.CalledProcessError as error:
    sys.exit(error.stderr.decode().strip().partition("\n")[0])
except (OSError, subprocess.TimeoutExpired) as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
