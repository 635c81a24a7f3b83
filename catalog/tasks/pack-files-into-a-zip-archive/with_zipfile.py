# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:zipfile"
# ///
"""Member names are whatever the archive's maker wrote, so they are checked before unpacking."""

from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZipFile

with ZipFile("letters.zip", "w", ZIP_DEFLATED) as archive:
    archive.write("march.txt", "2026/march.txt")
    archive.write("april.txt", "2026/april.txt")
    archive.writestr("../.profile", "echo taken over\n")

with ZipFile("letters.zip") as archive:
    for member in archive.infolist():
        print(f"{member.file_size} bytes: {member.filename}")
    print("damaged:", archive.testzip() or "none")

    for name in "2026/april.txt", "../.profile":
        if ".." in PurePosixPath(name).parts:
            print("refused", name)
        else:
            print(Path(archive.extract(name)).read_text(encoding="utf-8"), end="")
