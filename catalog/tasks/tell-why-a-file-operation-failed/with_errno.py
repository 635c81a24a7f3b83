# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:errno"
# ///
"""Some failures have no class of their own; errno names the number that tells them apart."""

import errno
import os
from pathlib import Path

folder = Path("letters")
folder.mkdir()
(folder / "june.txt").write_text("Dear Ada", encoding="utf-8")
circle = Path("circle")
circle.symlink_to(circle)

operations = {
    "read the diary": Path("diary.txt").read_bytes,
    "read the folder": folder.read_bytes,
    "make the folder": folder.mkdir,
    "remove the folder": folder.rmdir,
    "read through a loop": circle.read_bytes,
}
for name, operation in operations.items():
    try:
        operation()
    except OSError as error:
        code = errno.errorcode[error.errno]
        if error.errno == errno.ENOTEMPTY:
            for path in folder.iterdir():
                path.unlink()
            operation()
            print(f"{name}: {code}, so it is emptied first")
        else:
            print(f"{name}: {code}, {os.strerror(error.errno)}")
