"""A catalog's folder into one value.

A catalog may be a stranger's: what lies in the folder of a task is read, and nothing that a link in
it points at.
"""

import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from toolcrib.catalog.check import DRIVER, PICTURE
from toolcrib.catalog.header import parse_solution
from toolcrib.catalog.kept import Kept
from toolcrib.catalog.po import read_po
from toolcrib.catalog.toml import at_key, convert, read_toml
from toolcrib.errors import ContentError, UsageError
from toolcrib.model.catalog import Catalog, Vocabulary
from toolcrib.model.identity import Trap
from toolcrib.model.module import Category, Collection, Module, ModuleId
from toolcrib.model.task import Task, TaskFiles

_NOT_SOLUTIONS = ("_", ".", "drive")


def read_catalog(folder: Path, kept: Kept | None = None) -> Catalog:
    """Read all content of a folder; files that are `kept` as they are now are not read again.

    Raises:
        UsageError: There is no catalog in it.
        ContentError: A file of it cannot be read, with file, line and caret.
    """
    if not (folder / "catalog.toml").is_file():
        message = f"{folder} is no catalog: it has no catalog.toml"
        raise UsageError(message, "name a folder made by `crib adopt`, or the built-in one")
    kept = kept or Kept()
    tasks, own = dict(_tasks(folder, kept)), read_toml(folder / "catalog.toml")
    return Catalog(
        name=str(own.get("name", folder.name)),
        modules={module.id: module for module in read_modules(folder, kept)},
        tasks={id_: task for id_, (task, _) in tasks.items()},
        files={id_: files for id_, (_, files) in tasks.items()},
        categories=tuple(_categories(folder / "categories.toml")),
        collections=tuple(_collections(folder)),
        traps=_traps(folder / "traps.toml", str(own.get("reviewed", "")), kept),
        translations=_translations(folder, kept),
        vocabulary=_vocabulary(folder / "synonyms.toml"),
    )


def read_task(folder: Path) -> tuple[Task, TaskFiles]:
    """Read one task's folder.

    Raises:
        ContentError: A file of it cannot be read, with file, line and caret; or it is a link.
    """
    path = _itself(_itself(folder) / "task.toml")
    programs = (p for p in sorted(folder.glob("[!.]*.py")) if not p.name.startswith(_NOT_SOLUTIONS))
    data: dict[str, Any] = read_toml(path)
    for key in ("id", "solutions"):
        if key in data:
            raise ContentError(f"{path}: {key!r} follows from the folder; leave it out")
    try:
        solutions = tuple(
            parse_solution(str(p), _itself(p).read_text(encoding="utf-8")) for p in programs
        )
        inputs = _inputs(folder / "input")
        expected_file = _itself(folder / "expected.txt")
        expected = expected_file.read_text(encoding="utf-8") if expected_file.exists() else ""
    except (OSError, UnicodeDecodeError) as fault:
        _unreadable(folder, fault)
    task = convert(path, {**data, "id": folder.name}, Task)
    for picture in task.output.pictures:
        if not PICTURE.fullmatch(picture):
            what = f"the picture {picture!r} is no name of a .png in the folder out"
            raise ContentError(at_key(path, path.read_text(encoding="utf-8"), "pictures", what))
    driver = _driver(path, task.run.driver)
    whole = msgspec.structs.replace(task, solutions=solutions)
    return whole, TaskFiles(expected=expected, inputs=inputs, driver=driver)


def _driver(task: Path, name: str) -> str:
    """Return the text of the program that talks to a task's solutions, if there is one.

    Raises:
        ContentError: It is not there, or its name is not that of a driver.
    """
    if not name:
        return ""
    what = "" if DRIVER.fullmatch(name) else f"the driver {name!r} is not called drive….py"
    path = task.parent / name
    if not what and not path.is_file():
        what = f"the driver {name!r} is not in the task's folder"
    if what:
        raise ContentError(at_key(task, task.read_text(encoding="utf-8"), "driver", what))
    try:
        return _itself(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        _unreadable(task.parent, fault)


def _inputs(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder, which need not be there, by their paths in it."""
    paths = [_itself(path) for path in sorted(_itself(folder).rglob("*"))]
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths if path.is_file()}


def _itself(path: Path) -> Path:
    """Return a path that is a file, a folder or nothing.

    Raises:
        ContentError: It is a link, which could lead to any file of this machine, or a device.
    """
    if os.path.lexists(path) and (path.is_symlink() or not (path.is_file() or path.is_dir())):
        message = f"{path} is neither a file nor a folder of its own"
        raise ContentError(message, "put the file itself there: links and devices are not read")
    return path


def _unreadable(folder: Path, fault: OSError | UnicodeDecodeError) -> NoReturn:
    reason = getattr(fault, "strerror", None) or "a file of it is not UTF-8"
    raise ContentError(f"cannot read {folder}: {reason}") from fault


def _tasks(folder: Path, kept: Kept) -> Iterator[tuple[str, tuple[Task, TaskFiles]]]:
    for path in sorted(folder.glob("tasks/*/task.toml")):
        own = path.parent
        yield own.name, kept.of_file("tasks", tuple[Task, TaskFiles], own, partial(read_task, own))


def read_modules(folder: Path, kept: Kept | None = None) -> Iterator[Module]:
    """Yield the modules of a catalog's folder.

    Raises:
        ContentError: The file of one cannot be read.
    """
    kept = kept or Kept()
    for path in sorted(folder.glob("modules/*/[!.]*.toml"), key=str):
        yield kept.of_file("modules", Module, path, partial(_read_module, path))


def _read_module(path: Path) -> Module:
    data = read_toml(path)
    if "id" in data:
        raise ContentError(f"{path}: 'id' follows from the file's name; leave it out")
    return convert(path, {**data, "id": f"{path.parent.name}:{path.stem}"}, Module)


def _categories(path: Path) -> Iterator[Category]:
    for key, data in _tables(path):
        yield convert(path, {"key": key, **data}, Category)


def _collections(folder: Path) -> Iterator[Collection]:
    for path in sorted(folder.glob("collections/[!.]*.toml")):
        yield convert(path, {**read_toml(path), "id": path.stem}, Collection)


def _traps(path: Path, reviewed: str, kept: Kept) -> tuple[Trap, ...]:
    def read() -> tuple[Trap, ...]:
        named = ({"name": name, "as_of": reviewed, **data} for name, data in _tables(path))
        return tuple(convert(path, data, Trap) for data in named)

    if not path.exists():
        return ()
    # When the catalog was reviewed stands in another file.
    return kept.of_file(f"traps {reviewed}", tuple[Trap, ...], path, read)


def _translations(folder: Path, kept: Kept) -> dict[str, dict[str, str]]:
    return {
        path.stem: kept.of_file("languages", dict[str, str], path, partial(read_po, path))
        for path in sorted(folder.glob("languages/[!.]*.po"))
    }


def _vocabulary(path: Path) -> Vocabulary:
    return convert(path, read_toml(path), Vocabulary) if path.exists() else Vocabulary()


def _tables(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    if not path.exists():
        return
    for key, data in read_toml(path).items():
        if not isinstance(data, dict):
            raise ContentError(f"{path}: {key!r} must be a table")
        yield key, data


def module_file(folder: Path, id_: ModuleId) -> Path:
    """Return where a module's entry lies in a catalog's folder."""
    origin, _, name = id_.partition(":")
    return folder / "modules" / origin / f"{name}.toml"
