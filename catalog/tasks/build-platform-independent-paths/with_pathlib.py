# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""Pure paths touch no disk, so those of the other system can be made and taken apart too."""

from pathlib import PurePath, PurePosixPath, PureWindowsPath

for system, kind in {"POSIX": PurePosixPath, "Windows": PureWindowsPath}.items():
    path = kind("reports") / "2026" / "visitors.csv"
    print(f"{system}{', as here' if isinstance(PurePath(), kind) else ''}: {path}")
    print(
        f"  name {path.name}, stem {path.stem}, suffix {path.suffix},",
        f"parent {path.parent}",
    )
