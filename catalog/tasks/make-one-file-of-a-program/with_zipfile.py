# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:zipfile"
# ///
"""Such a file is a ZIP archive behind a first line, so zipfile can choose what goes into it."""

import subprocess
import sys
import zipfile
from pathlib import Path

with open("tides.pyz", "wb") as file:
    file.write(b"#!/usr/bin/env python3\n")
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in Path("tides").glob("*.py"):
            archive.write(path, path.name)
        archive.writestr("__main__.py", "import ask\nask.main()\n")
Path("tides.pyz").chmod(0o755)

print("first line:", Path("tides.pyz").read_bytes().partition(b"\n")[0].decode())
print("$ tides.pyz Calais Dover", flush=True)
subprocess.run([sys.executable, "tides.pyz", "Calais", "Dover"], check=True)
