# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""With preload_content=False the answer is a stream, and one that ends too early is an error."""

import argparse
import hashlib
import sys
from pathlib import Path

import urllib3


def fetch(url: str, part: Path) -> None:
    size = part.stat().st_size if part.exists() else 0
    headers = {"Range": f"bytes={size}-"} if size else {}
    answer = urllib3.request("GET", url, headers=headers, preload_content=False, timeout=30)
    if answer.status == 416:  # what is here is no beginning of what is there
        part.unlink()
    if answer.status >= 400:
        raise OSError(f"{answer.status} {answer.reason}")
    goes_on = answer.status == 206
    if goes_on:
        print("going on after", size, "bytes")
    with answer, open(part, "ab" if goes_on else "wb") as file:
        for piece in answer.stream(65536):
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
except (OSError, urllib3.exceptions.HTTPError) as error:
    sys.exit(f"{args.url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
print(f"{output}: {output.stat().st_size} bytes, SHA-256 {found}")
