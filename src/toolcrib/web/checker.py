"""toolcrib itself as the browser gets it, to check lists there: one archive, and its wheels."""

import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.extract import extract_names
from toolcrib.model.receipt import EMSCRIPTEN, Lock, Package

NEEDS = Lock(
    python="3.14",
    platform=EMSCRIPTEN,
    requirements=("markdown-it-py", "msgspec"),
    packages=(
        Package(
            name="markdown-it-py",
            version="4.3.0",
            hashes=("7aa1511a46c39138de78d9eba92ce47e63124d8003fc98b3a351909e04239efa",),
        ),
        Package(
            name="mdurl",
            version="0.1.2",
            hashes=("84008a41e51615a49fc9966191ff91509e3c40b939176e643fd50a5c2196b8f8",),
        ),
        Package(
            name="msgspec",
            version="0.22.0",
            hashes=("a66b1766311e42371e509c996c3933b161c7ae0eabdf361af5316dec197e1022",),
        ),
    ),
)
"""The distributions that checking a list takes, for the Pyodide that toolcrib gets from npm."""

_LEFT_OUT = ("cli", "net")
"""Parts of the package that a check without a network never asks for."""

_OF_WEB = ("__init__.py", "inside.py")
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of all members, so that the same code and content give the same bytes."""


def checker_archive(bundle: Bundle) -> bytes:
    """Return toolcrib's own package as a zip file, with what the bundle says of names."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path, data in (*_package(), ("toolcrib/bundle.sqlite", _names(bundle))):
            member = zipfile.ZipInfo(path, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data, compresslevel=9)
    return made.getvalue()


def _package() -> Iterator[tuple[str, bytes]]:
    root = Path(__file__).parent.parent
    for path in sorted(root.rglob("*")):
        place = path.relative_to(root)
        if path.is_file() and _is_wanted(place):
            yield f"{root.name}/{place.as_posix()}", path.read_bytes()


def _is_wanted(place: Path) -> bool:
    first, *_ = place.parts
    if first in _LEFT_OUT or "content" in place.parts:
        return False
    if first == "web":
        return len(place.parts) == len(("web", "")) and place.name in _OF_WEB
    return place.suffix == ".py" or "data" in place.parts


def _names(bundle: Bundle) -> bytes:
    with tempfile.TemporaryDirectory(prefix="crib-") as folder:
        path = Path(folder, "names.sqlite")
        extract_names(bundle, path)
        return path.read_bytes()
