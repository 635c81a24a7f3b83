"""What is installed in an environment, read from its folders without starting its Python.

Sources: the layout of environments (PEP 405 and the sysconfig schemes `posix_prefix`, `nt` and
`deb_system`), and the metadata of installed distributions (PEP 376, PEP 627).
"""

import csv
import itertools
import re
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from toolcrib.errors import UsageError
from toolcrib.identify.metadata import read_metadata
from toolcrib.identify.paths import import_names, is_private
from toolcrib.model.module import normalised
from toolcrib.model.value import Value
from toolcrib.model.version import version_number

_INTERPRETER = re.compile(r"(?i)(python|pypy)[\d.]*w?(\.exe)?$")
_VERSIONED = re.compile(r"python(\d+\.\d+)t?")
_SUFFIX = re.compile(r"(\.cpython-[\w-]+|\.abi3|\.pypy[\w-]+|\.cp\d+-[\w-]+)?\.(py|so|pyd)$")
_LONGEST_HEAD = 64 * 1024
_LEADS_ELSEWHERE = ("__editable__", "_editable_impl_")


class Distribution(Value, frozen=True, kw_only=True):
    """An installed distribution with what one imports of it; `name` is normalised.

    `imports` are all its modules and what they lie in, `roots` those that people import, the
    plainest first.
    """

    name: str
    version: str
    imports: frozenset[str]
    roots: tuple[str, ...] = ()


def installed_in(python: Path) -> dict[str, Distribution]:
    """Return what is installed for a Python, by normalised name.

    Args:
        python: An interpreter, or the folder of an environment.

    Raises:
        UsageError: There is no environment, or no folder of installed distributions.
    """
    folders = list(site_folders(python))
    if not folders:
        message = f"{python} is no environment: it has no site-packages"
        raise UsageError(message, "name an interpreter or the folder of an environment")
    found: dict[str, Distribution] = {}
    for folder in folders:
        for info in sorted((*folder.glob("*.dist-info"), *folder.glob("*.egg-info"))):
            distribution = _read(info)
            # As on import, the folder that comes first wins.
            found.setdefault(distribution.name, distribution)
    return found


def site_folders(python: Path) -> Iterator[Path]:
    """Yield the folders that a Python imports installed distributions from, in their order."""
    settings = _settings(python)
    if settings is None:
        if python.is_dir() or _INTERPRETER.match(python.name):
            yield from _under(_prefix(python))
        return
    yield from _under(settings.parent)
    keys = _read_settings(settings)
    if keys.get("include-system-site-packages", "").lower() == "true":
        yield from _under(_prefix(Path(keys.get("home", "")) / "python"))


def _settings(python: Path) -> Path | None:
    """Return the pyvenv.cfg of an environment: beside its interpreter, or one up (PEP 405)."""
    around = (python,) if python.is_dir() else (python.parent, python.parent.parent)
    return next((f / "pyvenv.cfg" for f in around if (f / "pyvenv.cfg").is_file()), None)


def _read_settings(path: Path) -> dict[str, str]:
    lines = path.read_text("utf-8", "replace").splitlines()
    pairs = (line.partition("=") for line in lines)
    return {key.strip().lower(): value.strip() for key, _, value in pairs}


def _prefix(python: Path) -> Path:
    if python.is_dir():
        return python
    real = python.resolve()
    return real.parent if (real.parent / "Lib").is_dir() else real.parent.parent


def _under(prefix: Path) -> Iterator[Path]:
    """Yield the folders of distributions below a prefix; of several Pythons the newest one's."""
    local = prefix / "local" / "lib"
    libraries = [*sorted(local.glob("python3*"), key=_age), *_libraries(prefix)]
    for library in libraries:
        for name in ("site-packages", "dist-packages"):
            if (library / name).is_dir():
                yield library / name
    if (prefix / "Lib" / "site-packages").is_dir():
        yield prefix / "Lib" / "site-packages"


def _libraries(prefix: Path) -> list[Path]:
    found = sorted((prefix / "lib").glob("python3*"), key=_age)
    newest = [folder for folder in found if _VERSIONED.fullmatch(folder.name)][-1:]
    return [*newest, *(folder for folder in found if folder.name == "python3")]


def _age(folder: Path) -> tuple[int, ...]:
    match = _VERSIONED.fullmatch(folder.name)
    return version_number(match[1]) if match else ()


def python_version(python: Path) -> str:
    """Return the version of an environment's Python by its folders, as X.Y; empty if unsaid."""
    libraries = (folder.parent.name for folder in site_folders(python))
    return next((match[1] for name in libraries if (match := _VERSIONED.fullmatch(name))), "")


def _read(info: Path) -> Distribution:
    name, _, version = info.stem.partition("-")
    paths = _recorded(info / "RECORD")
    imports = {found for path in paths for found in _imported_as(PurePosixPath(path))}
    declared = _declared(info)
    if not imports:
        # What is installed to be edited, or by an old installer, has no files of its own here.
        return Distribution(
            name=normalised(name),
            version=version.partition("-")[0],
            imports=frozenset(declared),
            roots=tuple(sorted(declared)),
        )
    roots = (root for root in import_names(paths, normalised(name)) if not is_private(root))
    return Distribution(
        name=normalised(name),
        version=version.partition("-")[0],
        imports=frozenset(imports | declared),
        roots=tuple(roots),
    )


def _recorded(record: Path) -> list[str]:
    """Return the paths in the record of installed files, without what only leads elsewhere."""
    if not record.is_file():
        return []
    with record.open(encoding="utf-8", errors="replace", newline="") as file:
        paths = [row[0] for row in csv.reader(file) if row and row[0]]
    return [path for path in paths if not path.startswith(_LEADS_ELSEWHERE)]


def _declared(info: Path) -> set[str]:
    """Return the import names that metadata declares (PEP 794), or the older list of setuptools."""
    metadata, top_level = info / "METADATA", info / "top_level.txt"
    if metadata.is_file():
        with metadata.open("rb") as file:
            fields = file.read(_LONGEST_HEAD).decode("utf-8", "replace")
        names = read_metadata(fields).imports
        if names is not None:
            return {name for name in names if not name.startswith("_")}
    return set(top_level.read_text("utf-8").split()) if top_level.is_file() else set()


def _imported_as(path: PurePosixPath) -> Iterator[str]:
    """Yield the module that a file is, and the packages that it lies in."""
    match = _SUFFIX.search(path.name)
    if match is None:
        return
    stem = path.name[: match.start()]
    parts = [*path.parent.parts, *([] if stem == "__init__" else [stem])]
    if all(part.isidentifier() for part in parts):
        yield from itertools.accumulate(parts, "{}.{}".format)
