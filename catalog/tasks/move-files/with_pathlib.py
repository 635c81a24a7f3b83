# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""rename gives the path at the new place; the name is taken from the old one."""

from pathlib import Path

invoice = Path("inbox/invoice-0117.txt")
target = invoice.rename(Path("paid") / invoice.name)

print("moved to", target)
for folder in (invoice.parent, target.parent):
    print(f"{folder}:", ", ".join(sorted(path.name for path in folder.iterdir())))
