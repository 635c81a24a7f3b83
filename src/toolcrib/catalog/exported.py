"""Public names of modules as they were read from them: `facts/exported`, a file for each module."""

from pathlib import Path

import msgspec

from toolcrib.errors import ContentError
from toolcrib.model.exported import Exported
from toolcrib.model.module import ModuleId

FOLDER = "exported"


def exported_path(facts: Path, module: ModuleId) -> Path:
    """Return the file of a module's names below the folder of facts."""
    kind, _, name = module.partition(":")
    return facts / FOLDER / kind / f"{name}.json"


def read_exported(facts: Path) -> tuple[Exported, ...]:
    """Read the names of all modules; a folder that is not there holds none.

    Raises:
        ContentError: A file is not of that form; the message names it.
    """
    found = []
    for path in sorted((facts / FOLDER).glob("*/*.json"), key=str):
        try:
            found.append(msgspec.json.decode(path.read_bytes(), type=Exported))
        except msgspec.DecodeError as fault:
            raise ContentError(f"{path}: {fault}") from fault
    return tuple(found)
