# /// script
# requires-python = ">=3.11"
# dependencies = ["paramiko"]
# [tool.toolcrib]
# module = "pypi:paramiko"
# ///
"""Only servers in known_hosts are accepted, so no command goes to one that poses as another."""

import argparse
import os
import sys
from getpass import getpass

import paramiko


def run(client: paramiko.SSHClient, command: str) -> int:
    print("$", command)
    _, output, _ = client.exec_command(command)
    output.channel.set_combine_stderr(True)
    for line in output:
        print(line, end="")
    if code := output.channel.recv_exit_status():
        print("exit status", code)
    return code


def main() -> int:
    parser = argparse.ArgumentParser(description="Run commands on a server over SSH.")
    parser.add_argument("host")
    parser.add_argument("command", nargs="+")
    parser.add_argument("--user", help="user name there (default: the one here)")
    parser.add_argument("--port", type=int, default=22)
    parser.add_argument("--by", choices=["key", "password"], action="append", help="default: key")
    args = parser.parse_args()
    status = 0
    for way in args.by or ["key"]:
        by_key = way == "key"
        password = None if by_key else os.environ.get("SSH_PASSWORD") or getpass()
        with paramiko.SSHClient() as client:
            client.load_system_host_keys()
            options = {"look_for_keys": by_key, "allow_agent": by_key, "timeout": 10}
            client.connect(args.host, args.port, args.user, password, **options)
            print("logged in by", way)
            for command in args.command:
                status |= run(client, command) != 0
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (OSError, ValueError, OverflowError, paramiko.SSHException) as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
