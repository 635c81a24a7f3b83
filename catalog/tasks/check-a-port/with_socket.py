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
    except UnicodeError:
        sys.exit(f"{host}: not a host name")
    except TimeoutError:
        return "timed out"
    except OSError:
        return "closed"


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Check whether ports of a host are open.",
        epilog="The status is 0 when all are open, 1 when one is closed, 2 when one timed out.",
    )
    parser.add_argument("host", help="or several, with commas between them")
    parser.add_argument("port", nargs="+", type=int)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for each port")
    args = parser.parse_args()
    if not all(0 < port < 65536 for port in args.port):
        parser.error("a port must lie between 1 and 65535")
    if not 0 < args.timeout <= 3600:
        parser.error("the timeout must lie between 0 and 3600 seconds")
    states = set()
    for host in args.host.split(","):
        for port in args.port:
            states.add(state := probe(host, port, args.timeout))
            print(f"{host}:{port} {state}")
    status = max(map(STATUS.get, states))
    print(f"{('all is well', 'alert', 'grave alert')[status]}: exit status {status}")
    return status


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
