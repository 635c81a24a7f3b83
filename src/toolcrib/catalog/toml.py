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
    return parse_toml(path, _read(path))


def parse_toml(path: Path, text: str, margin: str = "") -> dict[str, Any]:
    """Read TOML whose lines may all stand behind a margin, as in a comment of a program.

    Raises:
        ContentError: It is no TOML; shows file, line and caret.
    """
    import tomllib

    toml = _without(margin, text)
    try:
        return tomllib.loads(toml)
    except tomllib.TOMLDecodeError as fault:
        line, column = _position(str(fault), toml)
        what = str(fault).partition(" (at ")[0]
        raise ContentError(caret(path, text, line, column + len(margin), what)) from fault
    except RecursionError as fault:
        raise ContentError(f"{path}: it is nested too deeply") from fault


def convert(
    path: Path, data: dict[str, Any], kind: type[T], text: str | None = None, margin: str = ""
) -> T:
    """Make a value of parsed TOML; its text is needed where it is not the whole file.

    Raises:
        ContentError: A key is missing, unknown or of another type; shows the line where it can.
    """
    try:
        return msgspec.convert(data, kind)
    except msgspec.ValidationError as fault:
        what, _, where = str(fault).partition(" - at `$")
        key = re.findall(r"\.(\w[\w-]*)", where)[-1:] or re.findall(r"`([\w-]+)`", what)[-1:]
        text = _read(path) if text is None else text
        raise ContentError(at_key(path, text, "".join(key), what, margin)) from fault


def at_key(path: Path, text: str, key: str, what: str, margin: str = "") -> str:
    """Return a message that shows the line of a key, where there is one."""
    line, column = _find_key(_without(margin, text), key) if key else (0, 0)
    return caret(path, text, line, column + len(margin), what)


def caret(path: Path, text: str, line: int, column: int, what: str) -> str:
    """Return a message of three lines: place and fault, the line, a caret below its column."""
    if not line:
        return f"{path}: {what}"
    shown = [*text.split("\n"), ""][line - 1]
    return f"{path}:{line}:{column}: {what}\n  {shown}\n  {' ' * (column - 1)}^"


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        reason = getattr(fault, "strerror", None) or "it is not UTF-8"
        raise ContentError(f"cannot read {path}: {reason}") from fault


def _without(margin: str, text: str) -> str:
    """Return a text without the margin of its lines; a line of the bare margin has no space."""
    if not margin:
        return text
    lines = (line.removeprefix(margin) for line in text.split("\n"))
    return "\n".join("" if line == margin.rstrip() else line for line in lines)


def _position(fault: str, text: str) -> tuple[int, int]:
    match = re.search(r"at line (\d+), column (\d+)", fault)
    if match:
        return int(match[1]), int(match[2])
    lines = text.rstrip("\n").split("\n")
    return len(lines), len(lines[-1]) + 1


def _find_key(text: str, key: str) -> tuple[int, int]:
    pattern = re.compile(rf"(^|[{{,\[.]\s*|^\s*){re.escape(key)}\b")
    for number, line in enumerate(text.split("\n"), 1):
        match = pattern.search(line)
        if match:
            return number, match.end() - len(key) + 1
    return 0, 0
