"""From the paths of installed files to the names that one imports.

A folder without `__init__` is a namespace (PEP 420), which belongs to nobody: what counts is the
first package below it, such as `google.cloud.storage`. So do the old namespaces, whose `__init__`
is there and empty (`backports`, `zope`).
"""

import re
from collections.abc import Iterable, Mapping

from toolcrib.model.module import normalised

_MODULE = re.compile(
    r"(?P<stem>[^.]+)(?P<tag>\.cpython-[\w-]+|\.abi3|\.pypy[\w-]+|\.cp\d+-[\w-]+|\.graalpy[\w-]+)?"
    r"\.(?P<kind>py|pyc|so|pyd)$"
)
_DATA = re.compile(r"[^/]+\.data/(?:purelib|platlib)/")
# Where cmeel and its like put a site-packages of their own, which a .pth with code adds.
_INNER_SITE = re.compile(r"[^/]+/lib/python3(?:\.\d+)?/site-packages/")
_BUILT = re.compile(r"\w+__mypyc$")
_OTHER_DATA = re.compile(r"[^/]+\.data/")

SHARED = frozenset(
    """
    azure backports collective dogpile google flaskext jaraco logilab mpl_toolkits nvidia
    opentelemetry paste peak plone products pyfilesystem repoze ruamel sphinxcontrib
    tg twisted.plugins xstatic zc zope
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
"""Names that many distributions put modules below, in the new way or the old one."""

# Folders that a faulty build puts beside the package; nobody means them.
_JUNK = frozenset(
    """
    benchmark benchmarks bin build dist doc docs example examples integration_tests lib sample
    samples script scripts setup share test tests testing tools unit_tests
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_MANY = 12


class _Folder:
    """A folder of importable files."""

    def __init__(self) -> None:
        self.folders: dict[str, _Folder] = {}
        self.modules: set[str] = set()
        self.package = False


def import_names(
    paths: Iterable[str], distribution: str, namespaces: Iterable[str] = ()
) -> tuple[str, ...]:
    """Return the names that one imports, the plainest first; private ones stand among them.

    Args:
        paths: What is installed, as a wheel has it: relative to site-packages.
        distribution: The name that it is installed by.
        namespaces: Packages that its build declares to be shared with others.
    """
    tree = _Folder()
    for path in paths:
        _add(tree, path)
    shared = SHARED.union(namespaces)
    roots = sorted(tree.modules)
    for name, folder in tree.folders.items():
        roots += _roots(name, folder, shared, normalised(distribution))
    own = normalised(distribution)
    kept = [root for root in dict.fromkeys(roots) if root not in _JUNK or root == own]
    telling = [root for root in kept if root.partition(".")[0] not in _JUNK]
    return tuple(sorted(telling or kept or roots, key=lambda root: _plainness(root, own)))


def stubs_for(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the packages that a distribution has types for (PEP 561)."""
    tops = {_inner(path).partition("/")[0] for path in paths if path.endswith(".pyi")}
    return tuple(sorted(top.removesuffix("-stubs") for top in tops if top.endswith("-stubs")))


def scripts(paths: Iterable[str]) -> tuple[str, ...]:
    """Return the programs that a wheel brings as files."""
    found = re.compile(r"[^/]+\.data/scripts/([^/]+)$")
    return tuple(sorted(match[1] for path in paths if (match := found.match(path))))


def extended(paths: Iterable[str], texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files below the folders that `.pth` files add to the search path, from there on.

    Lines that begin with `import` are code, which is not run (documentation of `site`).
    """
    lines = {
        line.strip().replace("\\", "/") for text in texts.values() for line in text.split("\n")
    }
    folders = [f"{line.rstrip('/')}/" for line in lines if line and not _is_code(line)]
    inner = [_inner(path) for path in paths]
    return tuple(p.removeprefix(f) for f in sorted(folders) for p in inner if p.startswith(f))


def is_private(name: str) -> bool:
    """Return whether a part of an import name begins with an underscore, or was made by mypyc."""
    return any(part.startswith("_") or _BUILT.match(part) for part in name.split("."))


def _is_code(line: str) -> bool:
    return line.startswith(("import ", "import\t", "#", "/")) or ".." in line


def _inner(path: str) -> str:
    """Return where a file of a wheel is installed, seen from site-packages; nothing of others."""
    path = _INNER_SITE.sub("", _DATA.sub("", path, count=1), count=1)
    return "" if _OTHER_DATA.match(path) else path


def _add(tree: _Folder, path: str) -> None:
    *parents, file = _inner(path).split("/")
    match = _MODULE.match(file)
    if match is None or not all(part.isidentifier() for part in (*parents, match["stem"])):
        return
    if match["kind"] in ("so", "pyd") and not match["tag"] and match["stem"].startswith("lib"):
        return
    folder = tree
    for part in parents:
        folder = folder.folders.setdefault(part, _Folder())
    if match["stem"] == "__init__" and parents:
        folder.package = True
    else:
        folder.modules.add(match["stem"])


def _roots(name: str, folder: _Folder, shared: Iterable[str], own: str) -> list[str]:
    if (folder.package and name not in shared) or normalised(name) == own:
        return [name]
    found = [f"{name}.{module}" for module in sorted(folder.modules)]
    for part, inner in sorted(folder.folders.items()):
        found += _roots(f"{name}.{part}", inner, shared, own)
    # Modules without any package: a package whose __init__ was forgotten.
    return [name] if (len(found) > _MANY and name not in shared) or not found else found


def _plainness(root: str, own: str) -> tuple[bool, bool, int, str]:
    return is_private(root), normalised(root) != own, root.count("."), root.lower()
