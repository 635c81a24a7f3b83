"""What one installs with a distribution: from its metadata and the list of its files."""

import re
from collections.abc import Mapping

from toolcrib.identify.metadata import Metadata, read_metadata
from toolcrib.identify.paths import extended, import_names, is_private, scripts, stubs_for
from toolcrib.model.published import Contents, Kind, Listing, Told

_LONGEST_TEXT = 4000
_HIDDEN = "_:"
_SDIST_FOLDERS = ("src/", "lib/", "python/")
_NO_PACKAGE = re.compile(r"(setup|conftest|noxfile|tasks|fabfile|versioneer|ez_setup)\.py$")


def contents(project: str, file: str, version: str, listing: Listing) -> Contents:
    """Say what a wheel or an sdist holds.

    Args:
        project: The name that it is installed by.
        file: The archive's name.
        version: Its version.
        listing: Its paths, or as many of them as were seen, and the texts that tell.
    """
    known = read_metadata(listing.metadata)
    sizes, texts = listing.sizes, listing.texts
    if known.imports is not None:
        return _declared(known, file, version)
    if not file.endswith(".whl"):
        told, names = _guessed(project, listing)
        return _told(told, known, file, version, names, {})
    shared = [t for path, t in texts.items() if path.endswith("/namespace_packages.txt")]
    names = import_names(sizes, project, " ".join(shared).split())
    search = {path: text for path, text in texts.items() if path.endswith(".pth")}
    added = import_names(extended(sizes, search), project)
    return _told(Told.FILES, known, file, version, (*names, *added), sizes)


def _declared(known: Metadata, file: str, version: str) -> Contents:
    names = known.imports or ()
    public = tuple(name for name in names if not name.startswith(_HIDDEN))
    private = tuple(name.removeprefix(_HIDDEN) for name in names if name.startswith(_HIDDEN))
    kind = Kind.MODULES if names else Kind.METADATA
    return _with(known, version, file, kind, Told.DECLARED, imports=public, private=private)


def _guessed(project: str, listing: Listing) -> tuple[Told, tuple[str, ...]]:
    """Tell from an sdist, which says what would be built only when it is built."""
    sizes, texts = listing.sizes, listing.texts
    inner = [path.partition("/")[2] for path in sizes if not _NO_PACKAGE.search(path)]
    for folder in _SDIST_FOLDERS:
        below = [path.removeprefix(folder) for path in inner if path.startswith(folder)]
        if any(path.endswith("/__init__.py") for path in below):
            inner = below
            break
    packages = {p.rpartition("/")[0].partition("/")[0] for p in inner if p.endswith("__init__.py")}
    seen = [path for path in inner if path.partition("/")[0] in packages or "/" not in path]
    names = import_names(seen, project)
    listed = [t for path, t in texts.items() if path.endswith("/top_level.txt")]
    tops = [name for name in " ".join(listed).split() if name.isidentifier()]
    if tops:
        # Declared tops that are namespaces are told more exactly by the files, where those came.
        names = tuple(n for n in names if n.partition(".")[0] in tops) or tuple(tops)
    if names:
        return Told.SDIST, names
    word = project.replace("-", "_").replace(".", "_").lower()
    return Told.NAME, (word,) if word.isidentifier() else ()


def _told(  # noqa: PLR0913, PLR0917 -- as `contents`
    told: Told,
    known: Metadata,
    file: str,
    version: str,
    names: tuple[str, ...],
    sizes: Mapping[str, int],
) -> Contents:
    names = tuple(dict.fromkeys(names))
    stubs, programs = stubs_for(sizes), scripts(sizes)
    kind = Kind.METADATA
    if names:
        kind = Kind.MODULES
    elif stubs:
        kind = Kind.STUBS
    elif programs:
        kind = Kind.SCRIPTS
    elif any(path.endswith(".pth") for path in sizes):
        kind = Kind.PATHS
    return _with(
        known,
        version,
        file,
        kind,
        told,
        imports=tuple(name for name in names if not is_private(name)),
        private=tuple(name for name in names if is_private(name)),
        stubs_for=stubs,
        scripts=programs,
    )


def _with(  # noqa: PLR0913 -- the fields that each kind fills
    known: Metadata,
    version: str,
    file: str,
    kind: Kind,
    told: Told,
    *,
    imports: tuple[str, ...],
    private: tuple[str, ...],
    stubs_for: tuple[str, ...] = (),
    scripts: tuple[str, ...] = (),
) -> Contents:
    return Contents(
        version=version or known.version,
        kind=kind,
        told=told,
        file=file,
        imports=imports,
        private=private,
        stubs_for=stubs_for,
        scripts=scripts,
        summary=known.summary,
        license=known.license,
        requires_python=known.requires_python,
        links=known.links,
        inactive=known.inactive,
        requires=known.requires,
        text=known.description[:_LONGEST_TEXT],
    )
