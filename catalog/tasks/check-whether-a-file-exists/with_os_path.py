# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os.path"
# ///
"""Questions to a path that is a string: a missing file is no error for them, just a no."""

import os.path

for path in "reports", "reports/april.csv", "reports/may.csv", "reports/may.csv.part":
    if os.path.isdir(path):
        print(f"{path}: a folder")
    elif os.path.isfile(path):
        print(f"{path}: {os.path.splitext(path)[1]} of {os.path.getsize(path)} bytes")
    else:
        print(f"{path}: not there")
