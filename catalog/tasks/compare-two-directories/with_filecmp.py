# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:filecmp"
# ///
"""dircmp pairs the names of both sides; cmpfiles with shallow=False then reads the files in earnest."""

from filecmp import cmpfiles, dircmp
from pathlib import Path


def compare(pair, inside=Path()):
    for name in pair.left_only:
        yield f"only in home: {inside / name}"
    for name in pair.right_only:
        yield f"only in backup: {inside / name}"
    _, different, _ = cmpfiles(pair.left, pair.right, pair.common_files, shallow=False)
    for name in different:
        yield f"differs: {inside / name}"
    for name, deeper in pair.subdirs.items():
        yield from compare(deeper, inside / name)


print(*sorted(compare(dircmp("home", "backup"))), sep="\n")
