# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:threading"
# ///
"""A thread for each server: they wait at the same time, and the results meet in one dict."""

import argparse
import socket
import sys
import threading
from pathlib import Path
from urllib.parse import urlsplit


def check(url, states):
    try:
        socket.create_connection((url.hostname, url.port)).close()
        states[url] = "up"
    except TimeoutError:
        states[url] = "no answer"
    except (OSError, UnicodeError):
        states[url] = "down"


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
    states = {}
    threads = [threading.Thread(target=check, args=(url, states)) for name, url in servers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, url in servers:
        print(f"{name:<10} {url.netloc:<20} {states[url]}")
    sys.exit(any(found != "up" for found in states.values()))


if __name__ == "__main__":
    try:
        main()
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
