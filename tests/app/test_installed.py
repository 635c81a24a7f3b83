"""What is installed in an environment, read from its folders."""

import os
import sys
from pathlib import Path

import pytest

from toolcrib.app.installed import installed_in, site_folders
from toolcrib.errors import UsageError


def distribution(packages: Path, name: str, version: str, *files: str) -> None:
    """Install a distribution as far as its metadata goes."""
    info = packages / f"{name}-{version}.dist-info"
    info.mkdir(parents=True)
    lines = [*files, f"{info.name}/METADATA", f"{info.name}/RECORD"]
    (info / "RECORD").write_text("".join(f"{line},,\n" for line in lines))


def environment(folder: Path, settings: str = "") -> Path:
    """Make the folders of an environment, and return where its distributions lie."""
    packages = folder / "lib/python3.12/site-packages"
    packages.mkdir(parents=True)
    (folder / "bin").mkdir()
    (folder / "bin/python").touch()
    if settings:
        (folder / "pyvenv.cfg").write_text(settings)
    return packages


def test_imports_come_from_the_record_of_files(tmp_path: Path):
    """Packages, modules, extensions and parts of namespaces are what one imports."""
    packages = environment(tmp_path)
    distribution(
        packages,
        "google_cloud_storage",
        "3.1.0",
        "google/cloud/storage/__init__.py",
        "google/cloud/storage/blob.py",
        "_native.cpython-312-x86_64-linux-gnu.so",
        "six.py",
        "../../../bin/tool",
        '"odd, name/x.txt"',
    )
    found = installed_in(tmp_path)["google-cloud-storage"]
    assert found.version == "3.1.0"
    assert {"google", "google.cloud", "google.cloud.storage", "_native", "six"} <= found.imports
    assert "tool" not in found.imports


@pytest.mark.parametrize("place", [".", "bin/python"])
def test_an_environment_is_named_by_folder_or_interpreter(tmp_path: Path, place: str):
    """Both ways lead to the same distributions."""
    distribution(environment(tmp_path, "home = /nowhere\n"), "PyYAML", "6.0", "yaml/__init__.py")
    assert installed_in(tmp_path / place)["pyyaml"].imports == {"yaml"}


def test_a_link_to_an_interpreter_belongs_to_the_environment_it_lies_in(tmp_path: Path):
    """An environment's interpreter is a link to another one: its own folder counts."""
    base = environment(tmp_path / "base")
    distribution(base, "base_only", "1")
    packages = environment(tmp_path / "venv", f"home = {tmp_path}/base/bin\n")
    distribution(packages, "mine", "1")
    python = tmp_path / "venv/bin/python"
    python.unlink()
    python.symlink_to(tmp_path / "base/bin/python")
    assert installed_in(python).keys() == {"mine"}


def test_system_distributions_count_when_the_environment_says_so(tmp_path: Path):
    """`include-system-site-packages` adds those of the base; the environment's own come first."""
    distribution(environment(tmp_path / "base"), "shared", "1")
    distribution(tmp_path / "base/lib/python3.12/site-packages", "mine", "1")
    settings = f"home = {tmp_path}/base/bin\ninclude-system-site-packages = true\n"
    distribution(environment(tmp_path / "venv", settings), "mine", "2")
    found = installed_in(tmp_path / "venv")
    assert {name: each.version for name, each in found.items()} == {"mine": "2", "shared": "1"}


def test_other_layouts_are_known(tmp_path: Path):
    """Windows has Lib/site-packages, Debian dist-packages without a version."""
    distribution(tmp_path / "win/Lib/site-packages", "six", "1", "six.py")
    distribution(tmp_path / "usr/lib/python3/dist-packages", "six", "2", "six.py")
    assert installed_in(tmp_path / "win")["six"].version == "1"
    assert installed_in(tmp_path / "usr")["six"].version == "2"


def test_old_metadata_is_read_too(tmp_path: Path):
    """An egg-info folder names its modules in top_level.txt."""
    info = environment(tmp_path) / "PyYAML-6.0-py3.12.egg-info"
    info.mkdir()
    (info / "top_level.txt").write_text("_yaml\nyaml\n")
    found = installed_in(tmp_path)["pyyaml"]
    assert (found.version, found.imports) == ("6.0", {"_yaml", "yaml"})


def test_what_is_no_environment_is_refused(tmp_path: Path):
    """The fault names what was looked at."""
    with pytest.raises(UsageError, match="is no environment"):
        installed_in(tmp_path)


def test_the_running_environment_is_found():
    """The folders found for this interpreter are ones that it imports from."""
    folders = {os.path.realpath(folder) for folder in site_folders(Path(sys.executable))}
    assert folders
    assert folders <= {os.path.realpath(path) for path in sys.path}
    assert "pytest" in installed_in(Path(sys.executable))
