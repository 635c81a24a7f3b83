# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:tomllib"
# ///
"""TOML is made for settings: a table for each host, comments, and one way to write a thing."""

import argparse
import socket
import sys
import tomllib
from http.client import HTTPException
from urllib.error import HTTPError
from urllib.request import urlopen


def check_port(address, port, timeout):
    try:
        socket.create_connection((address, port), timeout).close()
    except (OSError, OverflowError):
        return False, "is closed"
    return True, "is open"


def check_page(address, path, timeout):
    try:
        with urlopen(f"http://{address}{path}", timeout=timeout) as page:
            return True, f"answers {page.status}"
    except HTTPError as error:
        return False, f"answers {error.code}"
    except (OSError, HTTPException) as error:
        return False, f"does not answer: {error}"


CHECKS = {"port": check_port, "page": check_page}

parser = argparse.ArgumentParser(description="Make the checks that a TOML file describes.")
parser.add_argument("file", nargs="?", default="config.toml")
path = parser.parse_args().file
results = []
try:
    with open(path, "rb") as file:
        config = tomllib.load(file)
    for host in config["hosts"]:
        for kind, target in (item for check in host["checks"] for item in check.items()):
            good, finding = CHECKS[kind](host["address"], target, config["timeout"])
            print(f"{host['name']}: {kind} {target} {finding}")
            results.append(good)
except OSError as error:
    sys.exit(str(error))
except KeyError as error:
    sys.exit(f"{path}: {error} is missing, or no check")
except (AttributeError, TypeError, ValueError) as error:
    sys.exit(f"{path}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
print(f"{results.count(False)} of {len(results)} checks failed")
sys.exit(0 if all(results) else 1)
