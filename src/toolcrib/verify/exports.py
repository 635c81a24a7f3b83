"""The program that tells in a pod what modules export.

It is a script, not part of the package: `python exports.py IMPORT_NAME…`. It imports each and
its public submodules, and writes `out/names`: JSON of `names`, public classes and functions by what
is imported, and of `methods`, the public methods of the classes at the top. All is bounded. It is
written anew after each import, so that one that ends this process takes nothing away.
"""

import importlib
import inspect
import json
import os
import pkgutil
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_NAMES = 400
MOST_METHODS = 600
MOST_SUBMODULES = 60
SECONDS = 40
SHORTEST, LONGEST = 3, 60
NO_INTERFACE = ("test", "tests", "testing", "conftest", "setup", "vendor", "compat", "py2", "py3")
OUT = Path("out")


def main() -> None:
    """Import all that is named, and tell."""
    OUT.mkdir(exist_ok=True)
    until = time.monotonic() + SECONDS
    names: dict[str, list[str]] = {}
    methods: dict[str, None] = {}
    for name in sys.argv[1:]:
        module = imported(name)
        if module is None:
            continue
        own = {each.partition(".")[0] for each in sys.argv[1:]}
        names[name], classes = public(module, own)
        methods.update(dict.fromkeys(of_classes(classes)))
        tell(names, methods)
        for below in submodules(module):
            if time.monotonic() > until:
                break
            child = imported(f"{name}.{below}")
            if child is not None and (found := public(child, own)[0]):
                names[f"{name}.{below}"] = found
                tell(names, methods)
    # Whatever threads and exit handlers they have left behind are of no interest.
    os._exit(0)


def tell(names: "dict[str, list[str]]", methods: "dict[str, None]") -> None:
    """Write what is known so far."""
    of_all = {"names": names, "methods": sorted(list(methods)[:MOST_METHODS])}
    (OUT / "names").write_text(json.dumps(of_all), "utf-8")


def imported(name: str) -> "ModuleType | None":
    """Import a module; one that cannot be imported here has nothing to tell."""
    try:
        return importlib.import_module(name)
    except BaseException:  # noqa: BLE001 -- modules raise anything, SystemExit too
        return None


def submodules(module: ModuleType) -> "list[str]":
    """Return the public modules right below a package."""
    paths = list(getattr(module, "__path__", ()))
    found = (info.name for info in pkgutil.iter_modules(paths))
    public = (n for n in found if not n.startswith(("_", "test")) and n not in NO_INTERFACE)
    return sorted(public)[:MOST_SUBMODULES]


def public(module: ModuleType, own: "set[str]") -> "tuple[list[str], list[type]]":
    """Return the names of a module's classes and functions, and the classes.

    What it only took over from the standard library is none of its names.
    """
    listed = getattr(module, "__all__", None)
    names = [n for n in (dir(module) if listed is None else listed) if is_public(n)]
    classes, found = [], []
    for name in sorted(set(names)):
        try:
            value = getattr(module, name)
        except BaseException:  # noqa: BLE001 -- made on access, of something that is not here
            if listed is not None:
                found.append((2, name))
            continue
        if isinstance(value, ModuleType) or not callable(value):
            continue
        if is_standard(value, name, own) or (listed is None and is_foreign(value, own)):
            continue
        if inspect.isclass(value):
            classes.append(value)
        found.append((0 if inspect.isclass(value) else 1, name))
    return [name for _, name in sorted(found)[:MOST_NAMES]], classes


def of_classes(classes: "list[type]") -> "Iterator[str]":
    """Yield the public methods of classes without what they have from the standard library."""
    own = {each.partition(".")[0] for each in sys.argv[1:]}
    for each in classes:
        for base in each.__mro__[:-1]:
            top = str(base.__module__).partition(".")[0]
            if top in own or top not in sys.stdlib_module_names:
                members = vars(base).items()
                yield from (n for n, value in members if is_public(n) and is_method(value))


def is_method(value: Any) -> bool:  # noqa: ANN401 -- whatever a class holds
    """Tell whether something that a class holds is called, or looks like a value of the object."""
    return callable(value) or isinstance(value, (classmethod, staticmethod, property))


def is_public(name: object) -> bool:
    """Tell whether a name is one that people write."""
    return (
        isinstance(name, str)
        and name.isascii()
        and name.isidentifier()
        and not name.startswith("_")
        and SHORTEST <= len(name) <= LONGEST
    )


def is_standard(value: Any, name: str, own: "set[str]") -> bool:  # noqa: ANN401 -- as above
    """Tell whether something is the standard library's, taken over."""
    home = getattr(value, "__module__", None)
    top = str(home).partition(".")[0]
    if top in own or top.lstrip("_") in own or top not in sys.stdlib_module_names:
        return False
    return getattr(sys.modules.get(str(home)), name, None) is value


def is_foreign(value: Any, own: "set[str]") -> bool:  # noqa: ANN401 -- as above
    """Tell whether something comes from another top-level module."""
    home = getattr(value, "__module__", None)
    return isinstance(home, str) and home.partition(".")[0].lstrip("_") not in own


if __name__ == "__main__":
    main()
