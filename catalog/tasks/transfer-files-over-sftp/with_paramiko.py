# /// script
# requires-python = ">=3.11"
# dependencies = ["paramiko"]
# [tool.toolcrib]
# module = "pypi:paramiko"
# ///
"""An upload gets its name only when it is whole: until then it lies beside it as a .part."""

import argparse
import hashlib
import sys
from contextlib import suppress
from pathlib import Path

import paramiko


def sha256(file) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()


def put(sftp: paramiko.SFTPClient, path: Path, folder: str) -> bool:
    target = f"{folder}/{path.name}"
    sftp.put(path, f"{target}.part")
    with path.open("rb") as here, sftp.open(f"{target}.part", "rb") as there:
        there.prefetch()
        same = sha256(here) == sha256(there)
    if same:
        sftp.posix_rename(f"{target}.part", target)
    word = "the same there" if same else "NOT the same there"
    print(f"{target}: {path.stat().st_size} bytes, {word}")
    return same


def main() -> int:
    parser = argparse.ArgumentParser(description="Copy files to a server, and compare them.")
    parser.add_argument("host")
    parser.add_argument("put", nargs="+", type=Path, help="files to copy")
    parser.add_argument("--to", default=".", metavar="FOLDER", help="made if it is not there")
    parser.add_argument("--user", help="user name there (default: the one here)")
    parser.add_argument("--port", type=int, default=22)
    args = parser.parse_args()
    with paramiko.SSHClient() as client:
        client.load_system_host_keys()
        try:
            client.connect(args.host, args.port, args.user, timeout=10)
            with client.open_sftp() as sftp:
                with suppress(OSError):
                    sftp.mkdir(args.to)
                return 0 if all([put(sftp, path, args.to) for path in args.put]) else 1
        except (OSError, ValueError, paramiko.SSHException) as error:
            sys.exit(f"{args.host}: {error}")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
