"""The files that all pages share: style sheet, scripts, icon; below an address of their content."""

import hashlib
import posixpath
import re
from functools import cached_property
from pathlib import Path

_IMPORT = re.compile(r'^(?:import|export)\b(?:[^;"]*\bfrom)?\s*"(\.[^"]+)"', re.MULTILINE)
"""A static import of a script (ECMAScript, ImportDeclaration); those of ours begin a line."""

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

    def imports(self, name: str) -> tuple[str, ...]:
        """Return the scripts that a script needs before it runs, and those that these need.

        A page that names them all gets them side by side, and not one after the other.

        Raises:
            KeyError: It imports a file that there is not.
        """
        found = dict.fromkeys([name])
        left = [name]
        while left:
            here = left.pop()
            folder = posixpath.dirname(here)
            for there in _IMPORT.findall(self.files[here].decode()):
                needed = posixpath.normpath(posixpath.join(folder, there))
                if needed not in found:
                    found[needed] = None
                    left.append(needed)
        return tuple(found)[1:]

    def address(self, name: str) -> str:
        """Return where a file lies.

        Raises:
            KeyError: There is no such file.
        """
        if name not in self.files:
            raise KeyError(name)
        return f"assets/{self.id}/{name}"
