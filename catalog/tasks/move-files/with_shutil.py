# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""move goes into a folder that is there, and copies where a rename cannot go: to another disk."""

import os
import shutil

target = shutil.move("inbox/invoice-0117.txt", "paid")

print("moved to", target)
for folder in ("inbox", "paid"):
    print(f"{folder}:", ", ".join(sorted(os.listdir(folder))))
