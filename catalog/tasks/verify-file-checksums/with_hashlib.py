# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:hashlib"
# ///
"""file_digest reads a file of any size and holds only a piece of it in memory."""

import argparse
import hashlib
import sys
from pathlib import Path


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write(directory: Path, listing: Path) -> int:
    files = sorted(path for path in directory.rglob("*") if path.is_file() and path != listing)
    lines = [f"{digest(path)}  {path.relative_to(directory).as_posix()}\n" for path in files]
    listing.write_text("".join(lines), encoding="utf-8")
    return 0


def verify(directory: Path, listing: Path) -> int:
    status = 0
    for line in listing.read_text(encoding="utf-8").splitlines():
        expected, mode, name = line[:64], line[64:66], line[66:]
        if mode not in ("  ", " *"):
            raise ValueError
        state = "missing"
        if (path := directory / name).exists():
            state = "ok" if digest(path) == expected else "changed"
        print(f"{name}: {state}")
        status |= state != "ok"
    return status


def main() -> int:
    parser = argparse.ArgumentParser(description="Check the files of a directory by SHA-256.")
    parser.add_argument("directory", nargs="?", type=Path, default=".")
    parser.add_argument("--list", default="SHA256SUMS", help="list of checksums in the directory")
    parser.add_argument("--write", action="store_true", help="write the list instead")
    args = parser.parse_args()
    try:
        action = write if args.write else verify
        return action(args.directory, args.directory / args.list)
    except OSError as error:
        sys.exit(str(error))
    except ValueError:
        sys.exit(f"{args.list}: not a list of checksums")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
