# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:concurrent.futures"
# ///
"""A pool asks all servers at once, so the slowest one alone decides how long it takes."""

import argparse
import os
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import urlopen


def ask(url):
    try:
        urlopen(url).close()
        return "up"
    except HTTPError as error:
        return f"down ({error.code})"
    except (OSError, HTTPException) as error:
        late = isinstance(getattr(error, "reason", error), TimeoutError)
        return "no answer" if late else "down"


def main():
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
    socket.setdefaulttimeout(options.timeout)
    pool = ThreadPoolExecutor(max_workers=len(servers) or 1)
    states = list(pool.map(ask, servers.values()))
    for name, state in zip(servers, states, strict=True):
        print(f"{name:<10} {state}")
    print(f"asked all in less than {int(time.monotonic() - start) + 1} s")
    return int(any(state != "up" for state in states))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        os._exit(130)  # sys.exit would wait for the threads of the pool
