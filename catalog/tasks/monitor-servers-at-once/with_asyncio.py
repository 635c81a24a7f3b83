# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""One thread waits for all servers at once, so hundreds of them need no hundreds of threads."""

import argparse
import asyncio
import sys
from pathlib import Path
from urllib.parse import urlsplit


async def state(url, timeout):
    try:
        async with asyncio.timeout(timeout):
            _, writer = await asyncio.open_connection(url.hostname, url.port)
    except TimeoutError:
        return "no answer"
    except (OSError, UnicodeError):
        return "down"
    writer.close()
    return "up"


async def check(servers, timeout):
    return await asyncio.gather(*(state(url, timeout) for name, url in servers))


def main():
    parser = argparse.ArgumentParser(description="Check which servers accept connections.")
    parser.add_argument("hosts", nargs="?", default="hosts.txt", help="lines like: web host:80")
    parser.add_argument("--timeout", type=float, default=2, help="seconds (default: 2)")
    options = parser.parse_args()
    if not 0 < options.timeout <= 3600:
        parser.error("the timeout must lie between 0 and 3600 seconds")
    try:
        lines = sorted(Path(options.hosts).read_text(encoding="utf-8").splitlines())
        servers = [(name, urlsplit(f"//{address}")) for name, address in map(str.split, lines)]
        if not all(url.port for name, url in servers):
            raise ValueError
    except OSError as error:
        parser.exit(2, f"{error}\n")
    except ValueError:
        parser.exit(2, f"{options.hosts}: each line must read like: web host:80\n")

    states = asyncio.run(check(servers, options.timeout))
    for (name, url), found in zip(servers, states, strict=True):
        print(f"{name:<10} {url.netloc:<20} {found}")
    sys.exit(any(found != "up" for found in states))


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
