# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""All ports are tried at once, so a hundred silent ones cost a single timeout."""

import argparse
import asyncio
import socket
import sys


async def probe(host: str, port: int, timeout: float) -> str:
    try:
        async with asyncio.timeout(timeout):
            _, writer = await asyncio.open_connection(host, port)
    except socket.gaierror:
        raise
    except TimeoutError:
        return "timed out"
    except OSError:
        return "closed"
    writer.close()
    return "open"


async def probe_all(host: str, ports: list[int], timeout: float) -> list[str]:
    return await asyncio.gather(*(probe(host, port, timeout) for port in ports))


def main() -> int:
    parser = argparse.ArgumentParser(description="Check whether ports of a host are open.")
    parser.add_argument("host")
    parser.add_argument("port", nargs="+", type=int)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for all ports together")
    args = parser.parse_args()
    if not all(0 < port < 65536 for port in args.port):
        parser.error("a port must lie between 1 and 65535")
    if not 0 < args.timeout <= 3600:
        parser.error("the timeout must lie between 0 and 3600 seconds")
    try:
        states = asyncio.run(probe_all(args.host, args.port, args.timeout))
    except socket.gaierror as error:
        sys.exit(f"{args.host}: {error.strerror}")
    except UnicodeError:
        sys.exit(f"{args.host}: not a host name")
    for port, state in zip(args.port, states, strict=True):
        print(f"{args.host}:{port} {state}")
    return int(any(state != "open" for state in states))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
