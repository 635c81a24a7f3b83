# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:multiprocessing"
# ///
"""A process for each server stays apart from the others, whatever a check does."""

import argparse
import multiprocessing
import signal
import sys
import time
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import urlopen


def ask(url, timeout):
    try:
        urlopen(url, timeout=timeout).close()
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
    # Ctrl-C is for this process alone, which then ends the others.
    deaf = {"initializer": signal.signal, "initargs": (signal.SIGINT, signal.SIG_IGN)}
    with multiprocessing.Pool(len(servers) or 1, **deaf) as pool:
        jobs = [(url, options.timeout) for url in servers.values()]
        states = pool.starmap(ask, jobs, chunksize=1)
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
        sys.exit(130)
