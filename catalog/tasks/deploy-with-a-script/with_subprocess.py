# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""A release has a folder of its own, and a link says which one is served: going back is a switch."""

import argparse
import os
import subprocess
import sys
from pathlib import Path


def switch(current: Path, release: str) -> None:
    new = current.with_name("current.new")
    new.unlink(missing_ok=True)
    new.symlink_to(release)
    new.replace(current)  # without a moment in which there is no link


def deploy(archive: Path, target: Path, check: str) -> bool:
    name, current = archive.name.removesuffix(".tar.gz"), target / "current"
    before = os.readlink(current) if current.is_symlink() else None
    (folder := target / "releases" / name).mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-xzf", archive, "-C", folder], check=True, stderr=subprocess.PIPE)
    print(f"{name}: unpacked")
    switch(current, f"releases/{name}")
    print(f"{name}: switched")
    health = subprocess.run(check, shell=True, cwd=current, capture_output=True, text=True)
    if health.returncode == 0:
        print(f"{name}: healthy")
        return True
    print(f"{name}: check failed: {health.stdout.strip()}")
    if before:
        switch(current, before)
        print(f"{name}: rolled back to {Path(before).name}")
    else:
        current.unlink()
    return False


def main() -> int:
    parser = argparse.ArgumentParser(description="Deploy a release, and roll back a sick one.")
    parser.add_argument("release", nargs="+", type=Path, help="NAME.tar.gz; several, in order")
    parser.add_argument("--target", required=True, type=Path, help="folder with the link `current`")
    parser.add_argument("--check", default="sh check.sh", help="run in the release's folder")
    args = parser.parse_args()
    return int(not all(deploy(release, args.target, args.check) for release in args.release))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(error.stderr.decode().partition("\n")[0])
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
