"""Settings: each value with where it came from. The one reader of the environment."""

import os
import sys
from pathlib import Path
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class Setting(msgspec.Struct, Generic[T], frozen=True):
    """A value, and who set it."""

    value: T
    origin: str = "default"


def cache_folder() -> Setting[Path]:
    """Return the folder for what can be made again: environments, templates, the bundle."""
    if own := os.environ.get("TOOLCRIB_CACHE"):
        return Setting(Path(own), "TOOLCRIB_CACHE")
    if xdg := os.environ.get("XDG_CACHE_HOME"):
        return Setting(Path(xdg) / "toolcrib", "XDG_CACHE_HOME")
    if sys.platform == "win32":
        return Setting(Path(os.environ.get("LOCALAPPDATA", "~")).expanduser() / "toolcrib")
    if sys.platform == "darwin":
        return Setting(Path("~/Library/Caches/toolcrib").expanduser())
    return Setting(Path("~/.cache/toolcrib").expanduser())


def checkout() -> Path | None:
    """Return the root of the checkout that this code runs from, or None when installed."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "catalog" / "catalog.toml").is_file() else None


def extra_catalogs() -> Setting[tuple[Path, ...]]:
    """Return the user's own catalogs, which come after the built-in one and override it."""
    text = os.environ.get("TOOLCRIB_CATALOGS", "")
    folders = tuple(Path(part).expanduser() for part in text.split(os.pathsep) if part)
    return Setting(folders, "TOOLCRIB_CATALOGS" if folders else "default")


def language(wanted: str | None) -> Setting[str]:
    """Return the language of texts: as asked for, else from the locale, else English."""
    if wanted:
        return Setting(wanted.partition("-")[0].partition("_")[0].lower(), "--lang")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            code = value.partition(".")[0].partition("_")[0].lower()
            return Setting("en" if code in ("c", "posix") else code, name)
    return Setting("en")
