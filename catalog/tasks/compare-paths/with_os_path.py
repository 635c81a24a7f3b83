# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os.path"
# ///
"""commonpath and relpath compare folder by folder, where a comparison of strings would go by letters."""

import os.path

paths = [
    "/srv/shop/images/2026/mast.png",
    "/srv/shop/images/logo.svg",
    "/srv/shop/reports/may.tar.gz",
]
common = os.path.commonpath(paths)
print("common folder:", common)
for path in paths:
    stem, suffix = os.path.splitext(os.path.basename(path))
    print(f"{os.path.relpath(path, common)}: stem {stem}, suffix {suffix}")
print("from images to reports:", os.path.relpath("/srv/shop/reports", "/srv/shop/images"))
