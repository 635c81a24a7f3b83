# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:threading"
# ///
"""A thread for each server: they wait at the same time, and the results meet in one dict."""

import argparse
import sys
import time
from http.client import HTTPException
from threading import Thread
from urllib.error import HTTPError
from urllib.request import urlopen


def ask(url, timeout, found):
    try:
        urlopen(url, timeout=timeout).close()
        found[url] = "up"
    except HTTPError as error:
        found[url] = f"down ({error.code})"
    except (OSError, HTTPException) as error:
        late = isinstance(getattr(error, "reason", error), TimeoutError)
        found[url] = "no answer" if late else "down"


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

    start, found = time.monotonic(), {}
    jobs = [(url, options.timeout, found) for url in servers.values()]
    threads = [Thread(target=ask, args=job, daemon=True) for job in jobs]  # Ctrl-C ends them, too
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for name, url in servers.items():
        print(f"{name:<10} {found[url]}")
    print(f"asked all in less than {int(time.monotonic() - start) + 1} s")
    return int(any(state != "up" for state in found.values()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except OSError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(130)
