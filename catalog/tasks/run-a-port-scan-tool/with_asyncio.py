# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""Whole connections need no rights; a host that refuses one is up, and hundreds go at once."""

import argparse
import asyncio
import sys
from ipaddress import IPv4Network


async def probe(host: str, port: int, gate: asyncio.Semaphore) -> str:
    async with gate:
        try:
            reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), 1)
        except OSError as error:
            return "closed" if isinstance(error, ConnectionRefusedError) else "silent"
        try:
            said = (await asyncio.wait_for(reader.read(200), 1)).decode("ascii", "replace")
        except OSError:
            said = ""
        writer.close()
    return f"open and says {said.splitlines()[0] if said else 'nothing'}"


async def scan(network: IPv4Network, ports: tuple[int, int]) -> int:
    found = 0
    gate = asyncio.Semaphore(500)
    for host in map(str, network.hosts()):
        numbers = range(ports[0], ports[1] + 1)
        states = await asyncio.gather(*(probe(host, port, gate) for port in numbers))
        if set(states) != {"silent"}:
            print(host, "is up")
        for port, state in zip(numbers, states, strict=True):
            if state.startswith("open"):
                print(f"  port {port} is {state}")
                found += 1
    return found


parser = argparse.ArgumentParser(description="Find hosts of your own network, and their services.")
parser.add_argument("target", nargs="+", type=IPv4Network, help="such as 10.0.0.0/24")
parser.add_argument("--ports", nargs=2, type=int, default=(1, 1024), help="default: 1 1024")
parser.add_argument("--i-may", action="store_true", help="scan public addresses, too")
args = parser.parse_args()
if not 0 < args.ports[0] <= args.ports[1] < 65536:
    parser.error("ports lie between 1 and 65535")
try:
    found = 0
    for network in args.target:
        if network.is_private or args.i_may:
            found += asyncio.run(scan(network, args.ports))
        else:
            print(network, "is public: not scanned without --i-may")
    sys.exit(int(found > 0))
except KeyboardInterrupt:
    sys.exit(130)
