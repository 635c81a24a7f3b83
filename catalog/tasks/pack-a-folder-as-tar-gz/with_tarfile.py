# /// script
# requires-python = ">=3.11.4"
# dependencies = []
# [tool.toolcrib]
# module = "std:tarfile"
# ///
"""add takes a folder with all that is in it, and the filter keeps an archive within its target."""

import tarfile
from pathlib import Path

with tarfile.open("reports.tar.gz", "w:gz") as archive:
    archive.add("reports")
print("packed as reports.tar.gz")

with tarfile.open("reports.tar.gz") as archive:
    archive.extractall("restored", filter="data")
for path in sorted(Path("restored").rglob("*.txt")):
    print(f"{path}: {path.read_text(encoding='utf-8').strip()}")
