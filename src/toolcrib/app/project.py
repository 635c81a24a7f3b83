"""The settings that a project keeps for its checks, in `crib.toml` or `pyproject.toml`.

In `pyproject.toml` they stand below `[tool.toolcrib]`, in `crib.toml` at the top. The nearest file
on the way up from a folder counts, and no other.
"""

from pathlib import Path
from typing import Literal

import msgspec

from toolcrib.errors import UsageError
from toolcrib.model.finding import Level
from toolcrib.model.value import Value
from toolcrib.rules import ALL, Levels

_OWN, _SHARED = "crib.toml", "pyproject.toml"


class CheckSettings(Value, frozen=True, kw_only=True, rename="kebab"):
    """How lists are checked here; `levels` has a level, or `off`, for rules by their code."""

    target: str = ""
    fail_on: Literal["error", "warning", "info", "never", ""] = ""
    levels: dict[str, Literal["error", "warning", "info", "off"]] = {}  # noqa: RUF012 -- msgspec copies the default for each value

    def rule_levels(self) -> Levels:
        """Return the levels as rules take them."""
        return {code: None if said == "off" else Level(said) for code, said in self.levels.items()}


class ProjectSettings(Value, frozen=True, kw_only=True):
    """What a project sets; `origin` is the file, empty where there is none."""

    check: CheckSettings = CheckSettings()
    origin: str = ""


def project_settings(folder: Path) -> ProjectSettings:
    """Return the settings of the project that a folder belongs to.

    Raises:
        UsageError: A file of settings cannot be read, or says something that does not exist.
    """
    for place in (folder, *folder.parents):
        for path in (place / _OWN, place / _SHARED):
            table = _table(path) if path.is_file() else None
            if table is not None:
                return _settings(path, table)
        if (place / ".git").exists():
            break
    return ProjectSettings()


def _table(path: Path) -> object:
    """Return what a file says of toolcrib; None where it says nothing."""
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise UsageError(f"cannot read {path}: {fault}", "mend it, or remove it") from fault
    if path.name == _OWN:
        return data
    tools = data.get("tool")
    return tools.get("toolcrib") if isinstance(tools, dict) else None


def _settings(path: Path, table: object) -> ProjectSettings:
    hint = "the settings are described in docs/checking.md"
    try:
        said = msgspec.convert(table, ProjectSettings)
    except msgspec.ValidationError as fault:
        raise UsageError(f"{path}: {fault}", hint) from fault
    found = msgspec.structs.replace(said, origin=str(path))
    codes = [rule.code for rule in ALL]
    if unknown := next((code for code in found.check.levels if code not in codes), ""):
        raise UsageError(f"{path}: there is no rule {unknown}", "crib explain lists the rules")
    return found
