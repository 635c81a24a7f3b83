# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""Retries end where the answer begins: a body that breaks off is for the program to complete."""

import hashlib
import sys

import mirror
import urllib3

url = mirror.start()
with urllib3.PoolManager(timeout=5) as pool, open("survey.bin", "wb+") as file:
    total = None
    while file.tell() != total:
        size = file.tell()
        part = {"Range": f"bytes={size}-"}
        answer = pool.request("GET", f"{url}/survey.bin", headers=part, preload_content=False)
        total = int(answer.headers["Content-Range"].rpartition("/")[2])
        try:
            for piece in answer.stream(8192):
                file.write(piece)
        except urllib3.exceptions.ProtocolError:
            answer.close()  # the line broke; the next turn asks for the rest
        print(f"from byte {size} on: {answer.status}, {file.tell() - size} bytes")
    file.seek(0)
    print(total, "bytes, SHA-256", hashlib.file_digest(file, "sha256").hexdigest())

    answer = pool.request("GET", f"{url}/survey-of-1911.bin")
    if answer.status >= 400:
        print("survey-of-1911.bin:", answer.status)
        sys.exit(1)
