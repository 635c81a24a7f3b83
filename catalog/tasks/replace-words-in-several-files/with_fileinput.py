# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:fileinput"
# ///
"""While it reads a file in place, print writes the new one, and the old one stays as .bak."""

import fileinput
import sys
from pathlib import Path

names = [path.name for path in sorted(Path().glob("*.txt")) if "Oldby" in path.read_text("utf-8")]
with fileinput.input(names, inplace=True, backup=".bak", encoding="utf-8") as lines:
    for line in lines:
        changed = line.replace("Oldby", "Dalby")
        print(changed, end="")
        if changed != line:
            print(
                f"{lines.filename()}, line {lines.filelineno()}: {changed}",
                end="",
                file=sys.__stdout__,
            )

print("kept as before:", ", ".join(sorted(path.name for path in Path().glob("*.bak"))))
print(
    "left alone:", ", ".join(path.name for path in Path().glob("*.txt") if path.name not in names)
)
