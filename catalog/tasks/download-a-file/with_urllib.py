# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""The file grows under another name until it is whole, so a line that broke costs only the rest."""

import argparse
import hashlib
import shutil
import sys
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen


def fetch(url: str, part: Path) -> None:
    size = part.stat().st_size if part.exists() else 0
    request = Request(url, headers={"Range": f"bytes={size}-"} if size else {})
    with urlopen(request, timeout=30) as answer:
        goes_on = answer.status == 206
        if goes_on:
            print("going on after", size, "bytes")
        with open(part, "ab" if goes_on else "wb") as file:
            shutil.copyfileobj(answer, file)
            missing = int(answer.headers.get("Content-Length", 0)) + size * goes_on - file.tell()
    if missing > 0:
        raise OSError(f"the line broke, {missing} bytes are missing; start again to go on")


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
except HTTPError as error:
    if error.code == 416:  # what is here is no beginning of what is there
        part.unlink()
    sys.exit(f"{args.url}: {error.code} {error.reason}")
except (OSError, ValueError, HTTPException) as error:
    sys.exit(f"{args.url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
print(f"{output}: {output.stat().st_size} bytes, SHA-256 {found}")
