"""Files that are at every moment either the old or the new one, in whole."""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, data: bytes, mode: int = 0o644) -> None:
    """Write a file beside its place and rename it there, making the folder where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, staging = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(staging).chmod(mode)
        Path(staging).replace(path)
    except BaseException as fault:
        Path(staging).unlink(missing_ok=True)
        if isinstance(fault, OSError) and fault.filename is None:
            # A full disk is told of a write, which knows no name.
            fault.filename = str(path)
        raise
