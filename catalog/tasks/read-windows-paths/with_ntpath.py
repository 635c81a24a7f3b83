# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:ntpath"
# ///
"""ntpath is the os.path of Windows, so drives, shares and backslashes are understood on Linux too."""

import ntpath
from pathlib import Path

for path in Path("paths.txt").read_text(encoding="utf-8").splitlines():
    drive = ntpath.splitdrive(path)[0] or "no drive"
    kind = "absolute" if ntpath.isabs(path) else "relative"
    print(f"{ntpath.basename(path)} on {drive} ({kind}), {path.replace(ntpath.sep, '/')}")
