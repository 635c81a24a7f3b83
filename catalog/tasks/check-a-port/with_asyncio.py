# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""All ports are tried at once, so a hundred silent ones cost a single timeout."""

import argparse
import asyncio
import itertools
import socket
import sys

STATES = ("open", "closed", "timed out")


async def probe(host: str, port: int, timeout: float) -> int:
    try:
        async with asyncio.timeout(timeout):
            _, writer = await asyncio.open_connection(host, port)
    except socket.gaierror:
        raise
    except TimeoutError:
        return 2
    except OSError:
        return 1
    writer.close()
    return 0


async def main() -> int:
    parser = argparse.ArgumentParser(description="Check whether ports of a host are open.")
    parser.add_argument("host", help="or several, with commas between them")
    parser.add_argument("port", nargs="+", type=int)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for all ports together")
    args = parser.parse_args()
    if not all(0 < port < 65536 for port in args.port):
        parser.error("a port must lie between 1 and 65535")
    if not 0 < args.timeout <= 3600:
        parser.error("the timeout must lie between 0 and 3600 seconds")
    targets = list(itertools.product(args.host.split(","), args.port))
    found = await asyncio.gather(*(probe(host, port, args.timeout) for host, port in targets))
    for (host, port), status in zip(targets, found, strict=True):
        print(f"{host}:{port} {STATES[status]}, status {status}")
    print("alert," if any(found) else "all is well,", "exit status", max(found))
    return max(found)


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except (OSError, UnicodeError) as error:
        sys.exit(f"{sys.argv[1]}: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
