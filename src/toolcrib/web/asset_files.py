"""The files that all pages share: style sheet, scripts, icon; below an address of their content."""

import hashlib
from functools import cached_property
from pathlib import Path

_FOLDER = Path(__file__).with_name("assets")


class Assets:
    """All shared files, below one folder whose name changes with any of them.

    So each may be kept for ever, and scripts import one another by relative names.
    """

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The content of each file by its name."""
        paths = (path for path in sorted(_FOLDER.rglob("*")) if path.is_file())
        return {path.relative_to(_FOLDER).as_posix(): path.read_bytes() for path in paths}

    @cached_property
    def id(self) -> str:
        """What changes with any of the files."""
        digest = hashlib.blake2b(digest_size=6)
        for name, content in self.files.items():
            digest.update(f"{name}\0{len(content)}\0".encode() + content)
        return digest.hexdigest()

    def address(self, name: str) -> str:
        """Return where a file lies.

        Raises:
            KeyError: There is no such file.
        """
        if name not in self.files:
            raise KeyError(name)
        return f"assets/{self.id}/{name}"
