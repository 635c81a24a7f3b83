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


def tcp_port(text: str) -> int:
    if not 0 < int(text) < 65536:
        raise argparse.ArgumentTypeError(f"{text} is not between 1 and 65535")
    return int(text)


def main() -> int:
    parser = argparse.ArgumentParser(description="Check whether ports of a host are open.")
    parser.add_argument("host")
    parser.add_argument("port", nargs="+", type=tcp_port)
    parser.add_argument("--timeout", type=float, default=2, help="seconds for all ports together")
    args = parser.parse_args()
    try:
        states = asyncio.run(probe_all(args.host, args.port, args.timeout))
    except socket.gaierror as error:
        sys.exit(f"{args.host}: {error.strerror}")
    for port, state in zip(args.port, states, strict=True):
        print(f"{args.host}:{port} {state}")
    return int(any(state != "open" for state in states))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
