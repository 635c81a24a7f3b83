"""Settings and where they come from."""

from pathlib import Path

import pytest

from toolcrib.app.settings import (
    Setting,
    cache_folder,
    cache_path,
    checkout,
    checkout_path,
    extra_catalog_paths,
    extra_catalogs,
    language,
    privileged,
)

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("environment", "setting"),
    [
        ({"TOOLCRIB_CACHE": "/own", "XDG_CACHE_HOME": "/xdg"}, Setting("/own", "TOOLCRIB_CACHE")),
        ({"XDG_CACHE_HOME": "/xdg"}, Setting("/xdg/toolcrib", "XDG_CACHE_HOME")),
        ({"HOME": "/users/me"}, Setting("/users/me/.cache/toolcrib", "default")),
    ],
)
def test_where_the_cache_is(
    environment: dict[str, str], setting: Setting[str], monkeypatch: pytest.MonkeyPatch
):
    """The user's own word comes first, then the desktop's, then the system's custom."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("TOOLCRIB_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert cache_path() == setting
    assert cache_folder() == Setting(Path(setting.value), setting.origin)


@pytest.mark.parametrize(
    ("platform", "end"),
    [("win32", "Local/toolcrib"), ("darwin", "Library/Caches/toolcrib")],
)
def test_the_cache_of_other_systems(platform: str, end: str, monkeypatch: pytest.MonkeyPatch):
    """Windows and macOS have customs of their own."""
    for name in ("TOOLCRIB_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LOCALAPPDATA", "/users/me/Local")
    monkeypatch.setattr("sys.platform", platform)
    assert cache_path().value.endswith(end)


def test_the_checkout_is_found():
    """These tests run from one; as text and as a path it is the same folder."""
    assert checkout() == ROOT
    assert checkout_path() == str(ROOT)


def test_catalogs_of_ones_own(monkeypatch: pytest.MonkeyPatch):
    """A list of folders as PATH has one; empty parts are none."""
    assert extra_catalogs() == Setting((), "default")
    monkeypatch.setenv("TOOLCRIB_CATALOGS", "/one::/two")
    assert extra_catalog_paths() == Setting(("/one", "/two"), "TOOLCRIB_CATALOGS")
    assert extra_catalogs().value == (Path("/one"), Path("/two"))


@pytest.mark.parametrize(
    ("wanted", "environment", "setting"),
    [
        ("fr", {}, Setting("fr", "--lang")),
        ("fr_FR", {"LANG": "de_DE.UTF-8"}, Setting("fr", "--lang")),
        (None, {"LANG": "fr_CA.UTF-8"}, Setting("fr", "LANG")),
        (None, {"LC_ALL": "C.UTF-8", "LANG": "fr_FR.UTF-8"}, Setting("en", "LC_ALL")),
        (None, {"LC_MESSAGES": "de", "LANG": "fr"}, Setting("de", "LC_MESSAGES")),
        (None, {}, Setting("en", "default")),
    ],
)
def test_language(
    wanted: str | None,
    environment: dict[str, str],
    setting: Setting[str],
    monkeypatch: pytest.MonkeyPatch,
):
    """What is asked for comes first, then the locale in the order of POSIX, then English."""
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language(wanted) == setting


@pytest.mark.parametrize(
    ("said", "wanted", "setting"),
    [
        ("", False, Setting(value=False)),
        ("0", False, Setting(value=False)),
        ("1", False, Setting(True, "TOOLCRIB_PRIVILEGED")),  # noqa: FBT003 -- as in the others
        ("", True, Setting(True, "--privileged")),  # noqa: FBT003 -- the same
    ],
)
def test_engines_need_a_word(
    said: str, *, wanted: bool, setting: Setting[bool], monkeypatch: pytest.MonkeyPatch
):
    """Container engines run when they are asked for, or the environment says so, and never else."""
    monkeypatch.setenv("TOOLCRIB_PRIVILEGED", said)
    assert privileged(wanted=wanted) == setting
