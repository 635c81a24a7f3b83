"""Make and list the root file systems of runs."""

from collections.abc import Callable, Iterable
from pathlib import Path

import msgspec

from toolcrib.app.settings import cache_folder
from toolcrib.catalog.folder import read_catalog
from toolcrib.verify.debian import build, recipe_named
from toolcrib.verify.pyodide import build_pyodide
from toolcrib.verify.room import Interpreter
from toolcrib.verify.services import ALL
from toolcrib.verify.systems import OwnSystem, own_systems


def build_system(
    name: str, catalogs: Iterable[Path], tell: Callable[[str], None], mirror: str = ""
) -> OwnSystem:
    """Make a root file system with all that the tasks of some catalogs need.

    Args:
        name: The name of its recipe.
        catalogs: The folders of the catalogs.
        tell: Hears what goes on, a line a call.
        mirror: Where Debian's packages come from, else Debian's own mirror.

    Raises:
        UsageError: There is no such recipe.
        RefusedError: mmdebstrap is not installed.
        ToolcribError: It could not do its work.
    """
    recipe = recipe_named(name)
    wanted = set(recipe.packages)
    if recipe.for_services:
        wanted |= {package for service in ALL for package in service.packages}
    for folder in catalogs:
        for task in read_catalog(folder).tasks.values():
            wanted |= set(task.run.packages)
    full = msgspec.structs.replace(recipe, packages=tuple(sorted(wanted)))
    return build(full, cache_folder().value, tell, mirror)


def build_browser(tell: Callable[[str], None]) -> Interpreter:
    """Get Pyodide, on which runs show what works in a browser.

    Args:
        tell: Hears what goes on, a line a call.

    Raises:
        RefusedError: npm is not installed.
        ToolcribError: npm could not do its work.
    """
    return build_pyodide(cache_folder().value, tell)


def systems() -> tuple[OwnSystem, ...]:
    """Return the root file systems that were made on this machine."""
    return own_systems(cache_folder().value)
