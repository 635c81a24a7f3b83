# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:socket"
# ///
"""create_connection tries IPv6 and IPv4 in turn, so a service on either one counts."""

import argparse
import socket
import sys


def probe(host: str, port: int, timeout: float) -> str:
    try:
        with socket.create_connection((host, port), timeout):
            return "open"
    except socket.gaierror as error:
        sys.exit(f"{host}: {error.strerror}")
    except TimeoutError:
        return "timed out"
    except OSError:
        return "closed"


def tcp_port(text: str) -> int:
    if not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 65535")
    return int(text)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check whether ports of a host are open.")
    parser.add_argument("host")
    parser.add_argument("port", nargs="+", type=tcp_port)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for each port")
    args = parser.parse_args()
    status = 0
    for port in args.port:
        state = probe(args.host, port, args.timeout)
        print(f"{args.host}:{port} {state}")
        if state != "open":
            status = 1
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
