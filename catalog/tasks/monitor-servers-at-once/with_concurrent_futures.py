# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:concurrent.futures"
# ///
"""A pool asks all servers at once, so the slowest one alone decides how long it takes."""

import argparse
import socket
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit


def state(url):
    try:
        with socket.create_connection((url.hostname, url.port)):
            return "up"
    except TimeoutError:
        return "no answer"
    except (OSError, UnicodeError):
        return "down"


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

    socket.setdefaulttimeout(options.timeout)
    with ThreadPoolExecutor(max_workers=len(servers) or 1) as pool:
        states = list(pool.map(state, [url for name, url in servers]))
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
