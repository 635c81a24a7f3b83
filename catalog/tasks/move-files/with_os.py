# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""rename takes the whole new name, and is done in one step within a file system, or not at all."""

import os

target = os.path.join("paid", "invoice-0117.txt")
os.rename("inbox/invoice-0117.txt", target)

print("moved to", target)
for folder in ("inbox", "paid"):
    print(f"{folder}:", ", ".join(sorted(os.listdir(folder))))
