# /// script
# requires-python = ">=3.11.4"
# dependencies = []
# [tool.toolcrib]
# module = "std:tarfile"
# ///
"""The filter refuses members and links that lead out of the target, and takes odd permissions away."""

import tarfile

with tarfile.open("photos.tar") as archive:
    for member in archive:
        try:
            archive.extract(member, "inbox", filter="data")
            print(f"{member.name}: unpacked")
        except tarfile.FilterError as error:
            print(f"{member.name}: refused, {type(error).__name__}")
