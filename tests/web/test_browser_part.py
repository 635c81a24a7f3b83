"""All of a site that runs in the browser, gathered: what is there, what was left out and why."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from content import compiled
from dists import served
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import UsageError
from toolcrib.web.browser import Browser, browser_part
from toolcrib.web.build import Build
from toolcrib.web.export import export
from toolcrib.web.pyodide import PROGRAM_FILES
from toolcrib.web.serving.security import policy

OWN = {"name": "matplotlib", "version": "3.10", "file_name": "matplotlib-3.10.whl", "depends": []}


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bundle]:
    """Give the small catalog, on a machine whose index has nothing."""
    (tmp_path / "index/simple").mkdir(parents=True)
    for name in ("UV_DEFAULT_INDEX", "UV_EXTRA_INDEX_URL", "UV_INDEX", "PIP_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "cache"))
    with served(tmp_path / "index") as address:
        monkeypatch.setenv("UV_INDEX_URL", f"{address}/simple")
        with compiled(tmp_path) as opened:
            yield opened


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Give a folder that looks like a release of Pyodide which has Matplotlib."""
    folder = tmp_path / "release"
    folder.mkdir()
    for name in (*PROGRAM_FILES, OWN["file_name"]):
        (folder / str(name)).write_text(str(name))
    lock = {
        "info": {"python": "3.14.2", "abi_version": "2026_0"},
        "packages": {"matplotlib": OWN},
    }
    (folder / "pyodide-lock.json").write_text(json.dumps(lock))
    return folder


def part(bundle: Bundle, wanted: str) -> Browser:
    """Gather it; nothing is said, for nothing is got from npm."""
    return browser_part(bundle, wanted, pytest.fail)


def test_left_out(bundle: Bundle, tmp_path: Path) -> None:
    """Without Pyodide there is no button, and the page that checks lists says how else."""
    found = part(bundle, "none")
    assert found == Browser()
    export(Build(bundle, browser=found).files(), tmp_path / "public")
    assert "run.js" not in (tmp_path / "public/task/draw-a-chart/index.html").read_text("utf-8")
    check = (tmp_path / "public/check/index.html").read_text("utf-8")
    assert "<form id=" not in check
    assert "This site was built without Python for the browser." in check


def test_packages_of_a_release(bundle: Bundle, release: Path, tmp_path: Path) -> None:
    """What Pyodide itself has built runs what could not be installed, and that is no proof."""
    found = part(bundle, str(release))
    assert found.python is not None
    address = found.python.address
    assert found.programs == {"draw-a-chart": ("with_matplotlib.py",)}
    assert found.content(f"{address}matplotlib-3.10.whl") == b"matplotlib-3.10.whl"
    program = json.loads(found.content("run/draw-a-chart.json"))["programs"]["with_matplotlib.py"]
    assert (program["packages"], program["proven"]) == (["matplotlib"], False)
    export(Build(bundle, browser=found).files(), tmp_path / "public")
    page = (tmp_path / "public/task/draw-a-chart/index.html").read_text("utf-8")
    assert 'data-sheet="../../run/draw-a-chart.json"' in page
    assert (tmp_path / "public" / address / "pyodide.mjs").read_text() == "pyodide.mjs"


def test_wheels_that_are_not_to_be_had(bundle: Bundle, release: Path) -> None:
    """Lists cannot be checked without the wheels for it, and that is said."""
    found = part(bundle, str(release))
    assert not found.checks
    (left,) = found.left
    assert left.startswith("checking lists: markdown-it-py 4.3.0")


def test_second_export(bundle: Bundle, release: Path, tmp_path: Path) -> None:
    """What runs in the browser is written once, and goes when it is left out."""
    assert export(
        Build(bundle, browser=part(bundle, str(release))).files(), tmp_path / "public"
    ).written
    again = export(Build(bundle, browser=part(bundle, str(release))).files(), tmp_path / "public")
    assert (again.written, again.removed) == (0, 0)
    without = export(Build(bundle).files(), tmp_path / "public")
    assert without.removed == len(part(bundle, str(release)).files)
    assert not (tmp_path / "public/pyodide").exists()


def test_without_npm(bundle: Bundle, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where npm is missing the site is made without; who asks for npm by name is refused."""
    monkeypatch.setenv("PATH", str(tmp_path))
    said: list[str] = []
    assert browser_part(bundle, "", said.append) == Browser()
    assert "npm, which is not installed" in said[-1]
    with pytest.raises(Exception, match="npm, which is not installed"):
        browser_part(bundle, "npm", said.append)
    with pytest.raises(UsageError, match="holds no Pyodide"):
        browser_part(bundle, str(tmp_path), said.append)


def test_policy_for_pyodide_elsewhere() -> None:
    """Only where Pyodide has another origin may scripts and connections go there."""
    assert "https:" not in policy()
    allowed = [part for part in policy("https://example.org").split("; ") if "example" in part]
    assert allowed == [
        "script-src 'self' 'wasm-unsafe-eval' https://example.org",
        "connect-src 'self' https://example.org",
    ]
