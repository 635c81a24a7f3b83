# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:site"
# ///
"""addsitedir reads the .pth files of a folder, as Python does with site-packages when it starts."""

import site
import sys
from pathlib import Path

before = set(sys.path)
site.addsitedir("vendor")
added = (Path(folder) for folder in sys.path if folder not in before)
print("on the path:", ", ".join(str(folder.relative_to(Path.cwd())) for folder in added))

import charts
import ferries

print("ferries:", ", ".join(ferries.NAMES))
print("charts:", charts.SHEETS, "sheets")
