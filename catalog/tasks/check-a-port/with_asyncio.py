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


async def probe(host: str, port: int, timeout: float) -> str:
    try:
        async with asyncio.timeout(timeout):
            _, writer = await asyncio.open_connection(host, port)
    except (socket.gaierror, UnicodeError) as error:
        sys.exit(f"{host}: {error}")
    except TimeoutError:
        return "timed out"
    except OSError:
        return "closed"
    writer.close()
    return "open"


async def probe_all(targets: list[tuple[str, int]], timeout: float) -> list[str]:
    return await asyncio.gather(*(probe(host, port, timeout) for host, port in targets))


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Check whether ports of a host are open.",
        epilog="The status is 0 when all are open, 1 when one is closed, 2 when one timed out.",
    )
    parser.add_argument("host", help="or several, with commas between them")
    parser.add_argument("port", nargs="+", type=int)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for all ports together")
    args = parser.parse_args()
    if not all(0 < port < 65536 for port in args.port):
        parser.error("a port must lie between 1 and 65535")
    if not 0 < args.timeout <= 3600:
        parser.error("the timeout must lie between 0 and 3600 seconds")
    targets = list(itertools.product(args.host.split(","), args.port))
    states = asyncio.run(probe_all(targets, args.timeout))
    for (host, port), state in zip(targets, states, strict=True):
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
