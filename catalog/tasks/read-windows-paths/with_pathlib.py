# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""A PureWindowsPath touches no disk, so it takes such paths apart on every system."""

from pathlib import Path, PureWindowsPath

for line in Path("paths.txt").read_text(encoding="utf-8").splitlines():
    path = PureWindowsPath(line)
    kind = "absolute" if path.is_absolute() else "relative"
    print(f"{path.name} on {path.drive or 'no drive'} ({kind}), {path.as_posix()}")
