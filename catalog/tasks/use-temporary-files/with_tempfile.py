# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:tempfile"
# ///
"""No other program can guess the names, and leaving the block removes all, even on an error."""

import tempfile
from pathlib import Path


def state(path):
    return "there" if path.exists() else "gone"


with tempfile.NamedTemporaryFile("w+", encoding="utf-8", suffix=".csv") as file:
    path = Path(file.name)
    file.write("1,61\n2,74\n")
    file.seek(0)
    print("the file holds:", *file.read().split())
print("after the block the file is", state(path))

with tempfile.TemporaryDirectory(prefix="museum-") as name:
    directory = Path(name)
    (directory / "january.csv").write_text("1,61\n", encoding="utf-8")
    (directory / "readme.txt").write_text("Visitors by day.\n", encoding="utf-8")
    print("the directory holds:", ", ".join(sorted(path.name for path in directory.iterdir())))
print("after the block the directory is", state(directory))
