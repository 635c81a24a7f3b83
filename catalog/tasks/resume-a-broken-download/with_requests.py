# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""With stream=True each piece is on disk before the next is read, and what came is kept."""

import hashlib
import sys

import mirror
import requests

url = mirror.start()
with open("survey.bin", "wb+") as file:
    total = None
    while file.tell() != total:
        size = file.tell()
        headers = {"Range": f"bytes={size}-"}
        try:
            with requests.get(
                f"{url}/survey.bin", headers=headers, stream=True, timeout=5
            ) as answer:
                total = int(answer.headers["Content-Range"].rpartition("/")[2])
                for piece in answer.iter_content(8192):
                    file.write(piece)
        except requests.exceptions.ChunkedEncodingError:
            pass  # the line broke; the next turn asks for the rest
        print(f"from byte {size} on: {answer.status_code}, {file.tell() - size} bytes")
    file.seek(0)
    print(total, "bytes, SHA-256", hashlib.file_digest(file, "sha256").hexdigest())

answer = requests.get(f"{url}/survey-of-1911.bin", timeout=5)
if not answer.ok:
    print("survey-of-1911.bin:", answer.status_code)
    sys.exit(1)
