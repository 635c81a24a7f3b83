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

STATES = ("open", "closed", "timed out")


def probe(host: str, port: int, timeout: float) -> int:
    try:
        with socket.create_connection((host, port), timeout):
            return 0
    except socket.gaierror as error:
        sys.exit(f"{host}: {error.strerror}")
    except UnicodeError:
        sys.exit(f"{host}: not a host name")
    except TimeoutError:
        return 2
    except OSError:
        return 1


def main() -> int:
    parser = argparse.ArgumentParser(description="Check whether ports of a host are open.")
    parser.add_argument("host", help="or several, with commas between them")
    parser.add_argument("port", nargs="+", type=int)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for each port")
    args = parser.parse_args()
    if not all(0 < port < 65536 for port in args.port):
        parser.error("a port must lie between 1 and 65535")
    if not 0 < args.timeout <= 3600:
        parser.error("the timeout must lie between 0 and 3600 seconds")
    found = []
    for host in args.host.split(","):
        for port in args.port:
            status = probe(host, port, args.timeout)
            print(f"{host}:{port} {STATES[status]}, status {status}")
            found.append(status)
    print("alert," if any(found) else "all is well,", "exit status", max(found))
    return max(found)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
