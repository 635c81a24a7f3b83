"""TOML files into values, with faults that show the place."""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from toolcrib.errors import ContentError

T = TypeVar("T")


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        ContentError: It cannot be read or is no TOML; shows file, line and caret.
    """
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is not UTF-8"
        raise ContentError(f"cannot read {path}: {reason}") from fault
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        line, column = _position(str(fault), text)
        what = str(fault).partition(" (at ")[0]
        raise ContentError(caret(path, text, line, column, what)) from fault


def convert(path: Path, data: dict[str, Any], kind: type[T]) -> T:
    """Make a value of parsed TOML.

    Raises:
        ContentError: A key is missing, unknown or of another type; shows the line where it can.
    """
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as fault:
        what, _, where = str(fault).partition(" - at `$")
        key = re.findall(r"\w[\w-]*", where)[-1:] or re.findall(r"`([\w-]+)`", what)[-1:]
        text = path.read_text(encoding="utf-8")
        line, column = _find_key(text, key[0]) if key else (0, 0)
        raise ContentError(caret(path, text, line, column, what)) from fault


def caret(path: Path, text: str, line: int, column: int, what: str) -> str:
    """Return a message of three lines: place and fault, the line, a caret below its column."""
    if not line:
        return f"{path}: {what}"
    shown = (text.splitlines() or [""])[min(line, text.count("\n") + 1) - 1]
    return f"{path}:{line}:{column}: {what}\n  {shown}\n  {' ' * (column - 1)}^"


def _position(fault: str, text: str) -> tuple[int, int]:
    match = re.search(r"at line (\d+), column (\d+)", fault)
    if match:
        return int(match[1]), int(match[2])
    lines = text.splitlines() or [""]
    return len(lines), len(lines[-1]) + 1


def _find_key(text: str, key: str) -> tuple[int, int]:
    pattern = re.compile(rf"(^|[{{,\[.]\s*|^\s*){re.escape(key)}\b")
    for number, line in enumerate(text.splitlines(), 1):
        match = pattern.search(line)
        if match:
            return number, match.end() - len(key) + 1
    return 0, 0
