# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:posixpath"
# ///
"""The paths are those of a Linux server, and posixpath compares them on a Windows machine as well."""

import posixpath

paths = [
    "/srv/shop/images/2026/mast.png",
    "/srv/shop/images/logo.svg",
    "/srv/shop/reports/may.tar.gz",
]
common = posixpath.commonpath(paths)
print("common folder:", common)
for path in paths:
    stem, suffix = posixpath.splitext(posixpath.basename(path))
    print(f"{posixpath.relpath(path, common)}: stem {stem}, suffix {suffix}")
print("from images to reports:", posixpath.relpath("/srv/shop/reports", "/srv/shop/images"))
