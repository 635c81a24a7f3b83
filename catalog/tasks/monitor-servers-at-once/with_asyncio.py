# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:asyncio"
# ///
"""One thread waits for all servers at once, so hundreds of them need no hundreds of threads."""

import argparse
import asyncio
import sys
import time
from urllib.parse import urlsplit


async def ask(address, timeout):
    url = urlsplit(address)
    port, tls = (443, True) if url.scheme == "https" else (80, None)
    try:
        async with asyncio.timeout(timeout):
            reader, writer = await asyncio.open_connection(url.hostname, url.port or port, ssl=tls)
            head = f"GET {url.path or '/'} HTTP/1.1\r\nHost: {url.netloc}\r\n"
            writer.write(f"{head}Connection: close\r\n\r\n".encode())
            status = int((await reader.readline()).split()[1])
        writer.close()
        return "up" if status < 400 else f"down ({status})"
    except TimeoutError:
        return "no answer"
    except (OSError, IndexError, ValueError):
        return "down"


async def main():
    parser = argparse.ArgumentParser(description="Check which web servers answer.")
    parser.add_argument("hosts", nargs="?", default="hosts.txt", help="lines: web http://host/")
    parser.add_argument("--timeout", type=float, default=2, help="seconds (default: 2)")
    options = parser.parse_args()
    try:
        with open(options.hosts, encoding="utf-8") as file:
            servers = dict(sorted(map(str.split, file)))
        if not all(url.startswith("http") for url in servers.values()) or options.timeout <= 0:
            raise ValueError
    except (OSError, ValueError):
        parser.error(f"not a timeout, or {options.hosts} lacks lines like: web http://host/")

    start = time.monotonic()
    states = await asyncio.gather(*(ask(url, options.timeout) for url in servers.values()))
    for name, state in zip(servers, states, strict=True):
        print(f"{name:<10} {state}")
    print(f"asked all in less than {int(time.monotonic() - start) + 1} s")
    return int(any(state != "up" for state in states))


if __name__ == "__main__":
    try:
        sys.exit(asyncio.run(main()))
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
