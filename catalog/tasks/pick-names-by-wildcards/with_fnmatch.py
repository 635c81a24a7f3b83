# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:fnmatch"
# ///
"""fnmatchcase heeds capitals on every system; a bracket that is meant itself stands in brackets."""

from fnmatch import fnmatchcase
from pathlib import Path

names = Path("names.txt").read_text(encoding="utf-8").split()
for pattern in "report-202?.csv", "report-202[!5].*", "*[[]*].jpg", "*.CSV":
    print(f"{pattern}:", ", ".join(name for name in names if fnmatchcase(name, pattern)))
