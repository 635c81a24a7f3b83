# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""urlopen does not mind an answer that ends too early, so the length has to be looked at."""

import hashlib
import shutil
import sys
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import mirror

url = mirror.start()
with open("survey.bin", "wb+") as file:
    total = None
    while file.tell() != total:
        size = file.tell()
        request = Request(f"{url}/survey.bin", headers={"Range": f"bytes={size}-"})
        with urlopen(request, timeout=5) as answer:
            shutil.copyfileobj(answer, file)
            total = int(answer.headers["Content-Range"].rpartition("/")[2])
        print(f"from byte {size} on: {answer.status}, {file.tell() - size} bytes")
    file.seek(0)
    print(total, "bytes, SHA-256", hashlib.file_digest(file, "sha256").hexdigest())

try:
    urlopen(f"{url}/survey-of-1911.bin", timeout=5)
except HTTPError as error:
    print("survey-of-1911.bin:", error.code)
    sys.exit(1)
