"""Packages of npm: installed once, in whole, and none of their scripts is run."""

import io
import json
import tarfile
from pathlib import Path

import pytest

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.verify.machine import has_program
from toolcrib.verify.npm import npm_folder

here = pytest.mark.skipif(not has_program("npm"), reason="npm is not installed")


def tarball(path: Path, **more: object) -> str:
    """Write a package of npm to a file, and return how npm is told of it."""
    package = {"name": "lens", "version": "1.2.3", **more}
    files = {"package.json": json.dumps(package), "index.js": "console.log('lens')\n"}
    with tarfile.open(path, "w:gz") as tar:
        for name, text in files.items():
            info = tarfile.TarInfo(f"package/{name}")
            info.size = len(text)
            tar.addfile(info, io.BytesIO(text.encode()))
    return f"file:{path}"


@here
def test_scripts_of_a_package_are_not_run(tmp_path: Path) -> None:
    """What a package wants to have run when it is installed is not run."""
    mark = tmp_path / "mark"
    scripts = dict.fromkeys(("preinstall", "install", "postinstall", "prepare"), f"touch {mark}")
    packages = (tarball(tmp_path / "lens.tgz", scripts=scripts),)
    folder = npm_folder(packages, tmp_path)
    installed = json.loads((folder / "node_modules/lens/package.json").read_text(encoding="utf-8"))
    assert installed["version"] == "1.2.3"
    assert not mark.exists()


@here
def test_packages_are_installed_once(tmp_path: Path) -> None:
    """A folder is read-only, and found again when the package is out of reach."""
    packages = (tarball(tmp_path / "lens.tgz"),)
    folder = npm_folder(packages, tmp_path)
    (tmp_path / "lens.tgz").unlink()
    assert npm_folder(packages, tmp_path) == folder
    assert (folder / "node_modules/lens/index.js").stat().st_mode & 0o222 == 0


@here
def test_failed_installation_leaves_nothing(tmp_path: Path) -> None:
    """A package that is not there is told in npm's words, and nothing is kept."""
    with pytest.raises(ToolcribError, match=r"npm could not do its work: .*ENOENT"):
        npm_folder((f"file:{tmp_path}/missing.tgz",), tmp_path)
    assert [path for path in tmp_path.glob("npm/*") if path.suffix != ".lock"] == []


def test_missing_npm_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without npm the command that gets it is named."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(RefusedError) as caught:
        npm_folder(("lens",), tmp_path)
    assert caught.value.hint == "apt install npm"
