"""The wheel, away from the checkout: with what it declares and nothing else, without a network."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from email import message_from_bytes
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.vectors import read_vectors
from toolcrib.verify.uv import uv_program

ROOT = Path(__file__).resolve().parents[1]
Crib = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a source distribution of the checkout, and from that alone a wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that holds the wheel and what it declares to need."""
    environment = tmp_path_factory.mktemp("bare") / "environment"
    base = Path(sys.base_prefix) / "bin" / f"python3.{sys.version_info.minor}"
    uv(["venv", "--python", str(base), str(environment)])
    uv(["pip", "install", "--no-deps", "--python", str(environment), str(wheel)])
    (packages,) = environment.glob("lib/*/site-packages")
    for needed in closure(requirements_of(wheel)):
        copy(needed, packages)
    return environment


def uv(arguments: list[str]) -> None:
    """Run uv without a network, its cache or its settings."""
    command = [uv_program(), *arguments, "--offline", "--no-config", "--no-cache", "--quiet"]
    subprocess.run(command, check=True)


def requirements_of(wheel: Path) -> list[str]:
    """Return what a wheel declares to need."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name)).get_all("Requires-Dist", [])


def closure(lines: list[str]) -> Iterator[Distribution]:
    """Yield the distributions that requirements lead to, extras aside, as they are here."""
    waiting, seen = list(lines), set()
    while waiting:
        requirement = Requirement(waiting.pop())
        wanted = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if wanted and requirement.name not in seen:
            seen.add(requirement.name)
            found = distribution(requirement.name)
            yield found
            waiting += found.requires or []


def copy(needed: Distribution, packages: Path) -> None:
    """Copy what a distribution has in site-packages."""
    for file in needed.files or ():
        if ".." not in file.parts and file.suffix != ".pyc":
            target = packages / file
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(str(file.locate()), target)


@pytest.fixture(scope="module")
def crib(bare: Path, tmp_path_factory: pytest.TempPathFactory) -> Crib:
    """Return a function that runs the installed crib in an empty folder, off the network.

    Where there is bubblewrap, the checkout is out of its sight and the network is not there at
    all; elsewhere every address is behind a proxy that does not exist.
    """
    home = tmp_path_factory.mktemp("home")
    environ = {
        "PATH": "/usr/bin:/bin",
        "HOME": str(home),
        "TOOLCRIB_CACHE": str(home / "cache"),
        "HTTPS_PROXY": "http://127.0.0.1:9",
        "LANG": "C.UTF-8",
    }
    room = ["bwrap", "--dev-bind", "/", "/", "--tmpfs", str(ROOT), "--unshare-net"]
    closed = shutil.which("bwrap") and subprocess.run([*room, "true"], check=False).returncode == 0

    def run(*arguments: str, program: str = "crib") -> subprocess.CompletedProcess[str]:
        command = [*(room if closed else ()), str(bare / "bin" / program), *arguments]
        return subprocess.run(
            command, check=False, capture_output=True, text=True, cwd=home, env=environ
        )

    return run


def test_the_checkout_is_not_there(crib: Crib, bare: Path) -> None:
    """What answers below is the code in the environment and its one bundle."""
    code = "import toolcrib; print(toolcrib.__file__)"
    (package,) = bare.glob("lib/*/site-packages/toolcrib")
    assert crib("-c", code, program="python").stdout.strip() == str(package / "__init__.py")
    assert (package / "bundle.sqlite").is_file()
    assert not (bare / "bin" / "uv").exists()


def test_find(crib: Crib) -> None:
    """A task in plain words gives its module and the program."""
    done = crib("find", "read a yaml config file")
    assert (done.returncode, done.stderr) == (0, "")
    assert "PyYAML (pypi:pyyaml)" in done.stdout
    assert "yaml.safe_load" in done.stdout


def test_find_as_json(crib: Crib) -> None:
    """The same as an object for programs."""
    done = crib("find", "--format", "json", "send a message over mqtt")
    answer = json.loads(done.stdout)
    assert answer["schema"] == 1
    assert answer["hits"][0]["id"] == "pypi:paho-mqtt"


def test_show(crib: Crib) -> None:
    """A module is shown with its purpose and what to beware of."""
    done = crib("show", "pyyaml")
    assert done.returncode == 0, done.stderr
    assert "Read and write YAML." in done.stdout
    assert "safe_load" in done.stdout


def test_facts(crib: Crib) -> None:
    """What the index said is in the bundle, and an installed toolcrib filters by it."""
    done = crib("show", "--format", "json", "pyyaml")
    fact = json.loads(done.stdout)["facts"]["index"]
    assert (fact["license"], fact["released"] > "2020") == ("MIT License", True)
    done = crib("find", "--python", "2.7", "read a yaml config file")
    assert done.returncode == 2
    done = crib("find", "--stdlib", "--python", "3.10", "--format", "json", "read a toml file")
    assert "std:tomllib" not in done.stdout


def test_meaning(wheel: Path, tmp_path: Path) -> None:
    """What words mean is in the bundle as it lies in the facts, and each document has a row."""
    with zipfile.ZipFile(wheel) as archive:
        bundle = archive.extract("toolcrib/bundle.sqlite", tmp_path)
    with Bundle(bundle) as packed:
        assert packed.packed_vectors() == read_vectors(ROOT / "facts") != {}
        assert packed.matrix("documents").rows == len(packed.modules()) + len(packed.tasks())


def test_list(crib: Crib) -> None:
    """The collections are in the bundle."""
    done = crib("list", "--collection", "operations")
    assert done.returncode == 0, done.stderr
    assert "psutil" in done.stdout
    assert "System & File Management" in done.stdout


def test_what(crib: Crib) -> None:
    """An import name is known without the index, from the tables that are shipped."""
    done = crib("what", "cv2")
    assert "opencv-python" in done.stdout, done.stderr
    done = crib("what", "distutils")
    assert "3.12" in done.stdout, done.stderr


def test_check(crib: Crib, tmp_path: Path) -> None:
    """A list is judged, and what only the index could tell is said to be left open."""
    path = tmp_path / "modules.md"
    lines = ["# Modules", "", "- `json` - data", "- `imp` - imports", "- `cv2` - images"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = crib("check", "--offline", "--format", "json", str(path))
    report = json.loads(done.stdout)
    assert done.returncode == 1, done.stderr
    found = {finding["code"]: finding["line"] for finding in report["findings"]}
    assert found["TC201"] == 4
    assert found["TC103"] == 5
    assert report["mentions"][0]["name"] == "json"
