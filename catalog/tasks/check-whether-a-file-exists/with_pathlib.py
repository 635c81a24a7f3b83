# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""A path answers by itself whether it is there and what it is, and stat has its size."""

from pathlib import Path

for name in "reports", "reports/april.csv", "reports/may.csv", "reports/may.csv.part":
    path = Path(name)
    if path.is_dir():
        print(f"{path}: a folder")
    elif path.is_file():
        print(f"{path}: {path.suffix} of {path.stat().st_size} bytes")
    else:
        print(f"{path}: not there")
