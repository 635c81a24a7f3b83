# /// script
# requires-python = ">=3.11"
# dependencies = ["asyncssh"]
# [tool.toolcrib]
# module = "pypi:asyncssh"
# ///
"""Requests go out without waiting for each other's answers; put and get copy whole trees, too."""

import argparse
import asyncio
import hashlib
import shlex
import sys
from pathlib import Path

import asyncssh

ACTIONS = "put FILE TO, get FILE TO, list FOLDER, remove FILE"
parser = argparse.ArgumentParser(description="Copy files to and from a server.")
parser.add_argument("host")
parser.add_argument("action", nargs="+", help=f"in quotes: {ACTIONS}")
parser.add_argument("--user", default=(), help="user name there (default: the one here)")


async def compare(sftp: asyncssh.SFTPClient, here: str, there: str) -> None:
    async with sftp.open(there, "rb") as file:
        content = await file.read()
    if content != Path(here).read_bytes():
        raise OSError(f"{there} is not the same as {here}")
    print(f"SHA-256 {hashlib.sha256(content).hexdigest()[:16]}… on both sides")


async def main(args: argparse.Namespace) -> None:
    server = asyncssh.connect(args.host, username=args.user, connect_timeout=10)
    async with server as connection, connection.start_sftp_client() as sftp:
        for action in args.action:
            print("$", action)
            match shlex.split(action):
                case "put", here, there:
                    await sftp.put(here, f"{there}.part")
                    await compare(sftp, here, f"{there}.part")
                    await sftp.posix_rename(f"{there}.part", there)
                case "get", there, here:
                    await sftp.get(there, here)
                    await compare(sftp, here, there)
                case "list", folder:
                    for path in sorted(await sftp.glob(f"{folder}/*")):
                        print(f"{await sftp.getsize(path):>8} {path}")
                case "remove", there:
                    await sftp.remove(there)
                case _:
                    raise ValueError(f"not one of: {ACTIONS}")


try:
    asyncio.run(main(parser.parse_args()))
except (OSError, ValueError, asyncssh.Error) as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
