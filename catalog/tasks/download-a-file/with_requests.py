# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""stream=True leaves the body on the line, so a file of any size passes through in small pieces."""

import argparse
import hashlib
import sys
from pathlib import Path

import requests


def fetch(url: str, part: Path) -> None:
    size = part.stat().st_size if part.exists() else 0
    # As it is: a body that the server packs could not be gone on with.
    headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={size}-"} if size else {})
    with requests.get(url, headers=headers, stream=True, timeout=30) as answer:
        if answer.status_code == 416:  # what is here is no beginning of what is there
            part.unlink()
        answer.raise_for_status()
        goes_on = answer.status_code == 206
        if goes_on:
            print("going on after", size, "bytes")
        with open(part, "ab" if goes_on else "wb") as file:
            for piece in answer.iter_content(65536):
                file.write(piece)


parser = argparse.ArgumentParser(description="Download a file, or what is missing of it.")
parser.add_argument("url")
parser.add_argument("output", nargs="?", type=Path, help="else the last part of the address")
parser.add_argument("--sha256", default="", help="the sum that it must have")
args = parser.parse_args()
if not args.url.startswith(("http://", "https://")):
    parser.error(f"{args.url}: an address begins with http:// or https://")
output = args.output or Path(args.url.partition("?")[0].rpartition("/")[2] or "index.html")
part = output.with_name(f"{output.name}.part")
try:
    fetch(args.url, part)
    with open(part, "rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if args.sha256 and found != args.sha256.lower():
        part.unlink()
        raise OSError(f"its SHA-256 is {found}")
    part.replace(output)
except (OSError, ValueError) as error:
    sys.exit(f"{args.url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
print(f"{output}: {output.stat().st_size} bytes, SHA-256 {found}")
