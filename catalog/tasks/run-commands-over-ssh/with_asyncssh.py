# /// script
# requires-python = ">=3.11"
# dependencies = ["asyncssh"]
# [tool.toolcrib]
# module = "pypi:asyncssh"
# ///
"""run() waits for the end and brings output and exit status together; known_hosts is checked."""

import argparse
import asyncio
import os
import sys
from getpass import getpass

import asyncssh


async def main() -> int:
    parser = argparse.ArgumentParser(description="Run commands on a server over SSH.")
    parser.add_argument("host")
    parser.add_argument("command", nargs="+")
    parser.add_argument("--user", help="user name there (default: the one here)")
    parser.add_argument("--port", type=int, default=22)
    parser.add_argument("--by", choices=["key", "password"], action="append", help="default: key")
    args = parser.parse_args()
    status = 0
    for way in args.by or ["key"]:
        options = {"preferred_auth": "publickey", "connect_timeout": 10}
        if way == "password":
            password = os.environ.get("SSH_PASSWORD") or getpass()
            options |= {"preferred_auth": "password", "password": password}
        if args.user:
            options["username"] = args.user
        async with asyncssh.connect(args.host, args.port, **options) as server:
            print("logged in by", way)
            for command in args.command:
                print("$", command)
                done = await server.run(command, stderr=asyncssh.STDOUT)
                print(done.stdout, end="")
                if done.exit_status:
                    print("exit status", done.exit_status)
                    status = 1
    return status


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (OSError, OverflowError, asyncssh.Error) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
