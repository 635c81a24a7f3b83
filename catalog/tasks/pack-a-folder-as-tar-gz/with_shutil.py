# /// script
# requires-python = ">=3.11.4"
# dependencies = []
# [tool.toolcrib]
# module = "std:shutil"
# ///
"""The name says which kind of archive it is, and one call packs or unpacks all."""

import shutil
from pathlib import Path

archive = shutil.make_archive("reports", "gztar", base_dir="reports")
print("packed as", Path(archive).name)

shutil.unpack_archive(archive, "restored", filter="data")
for path in sorted(Path("restored").rglob("*.txt")):
    print(f"{path}: {path.read_text(encoding='utf-8').strip()}")
