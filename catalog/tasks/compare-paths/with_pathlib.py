# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""Paths know their parents, stem and suffix; the common folder is the deepest parent that all have."""

from pathlib import PurePosixPath

paths = [
    PurePosixPath("/srv/shop/images/2026/mast.png"),
    PurePosixPath("/srv/shop/images/logo.svg"),
    PurePosixPath("/srv/shop/reports/may.tar.gz"),
]
shared = set.intersection(*(set(path.parents) for path in paths))
common = max(shared, key=lambda folder: len(folder.parts))
print("common folder:", common)
for path in paths:
    print(f"{path.relative_to(common)}: stem {path.stem}, suffix {path.suffix}")
print("from images to reports:", ".." / PurePosixPath("/srv/shop/reports").relative_to(common))
