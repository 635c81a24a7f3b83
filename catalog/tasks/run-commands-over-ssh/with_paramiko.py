# /// script
# requires-python = ">=3.11"
# dependencies = ["paramiko"]
# [tool.toolcrib]
# module = "pypi:paramiko"
# ///
"""Only servers in known_hosts are accepted, so no command goes to one that poses as another."""

import argparse
import sys

import paramiko


def tcp_port(text: str) -> int:
    if not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 65535")
    return int(text)


def main() -> int:
    parser = argparse.ArgumentParser(description="Run commands on a server over SSH.")
    parser.add_argument("host")
    parser.add_argument("command", nargs="+")
    parser.add_argument("--user", help="user name there (default: the one here)")
    parser.add_argument("--port", type=tcp_port, default=22)
    args = parser.parse_args()
    status = 0
    with paramiko.SSHClient() as client:
        client.load_system_host_keys()
        try:
            client.connect(args.host, args.port, args.user, timeout=10)
            for command in args.command:
                _, output, _ = client.exec_command(command)
                output.channel.set_combine_stderr(True)
                print(f"$ {command}")
                for line in output:
                    print(line, end="")
                if code := output.channel.recv_exit_status():
                    print(f"exit status {code}")
                    status = 1
        except (OSError, ValueError, paramiko.SSHException) as error:
            sys.exit(f"{args.host}: {error}")
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
