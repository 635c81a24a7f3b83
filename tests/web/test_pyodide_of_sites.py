"""Which Pyodide a site gets, and which of its own packages meet a requirement."""

import json
from pathlib import Path

import pytest

from toolcrib.errors import UsageError
from toolcrib.web.pyodide import PROGRAM_FILES, Pyodide, own_packages, pyodide_for

PACKAGES = {
    "numpy": ("2.4.6", ["libopenblas"]),
    "libopenblas": ("0.3", []),
    "Pillow": ("12.0", []),
    "scipy": ("1.17", ["numpy", "libgfortran"]),
}


@pytest.fixture
def release(tmp_path: Path) -> Path:
    """Return a folder that looks like a release of Pyodide with three packages beside it."""
    for name in PROGRAM_FILES:
        (tmp_path / name).write_text(name)
    packages = {
        name.lower(): {
            "name": name,
            "version": version,
            "depends": needs,
            "file_name": f"{name}-{version}.whl",
            "sha256": "0" * 64,
            "imports": [name],
        }
        for name, (version, needs) in PACKAGES.items()
    }
    info = {"python": "3.14.2", "abi_version": "2026_0", "arch": "wasm32"}
    (tmp_path / "pyodide-lock.json").write_text(json.dumps({"info": info, "packages": packages}))
    for name in ("numpy-2.4.6", "libopenblas-0.3", "Pillow-12.0", "scipy-1.17"):
        (tmp_path / f"{name}.whl").write_bytes(b"PK")
    return tmp_path


def of(wanted: str) -> Pyodide | None:
    """Return what is asked for; npm is never asked here."""
    return pyodide_for(wanted, Path("nowhere"), lambda _: pytest.fail("npm was asked"))


def test_folder(release: Path) -> None:
    """Its files are served below an address that changes with them."""
    found = of(str(release))
    assert found is not None
    assert (found.python, found.abi, found.origin) == ("3.14", "2026_0", "")
    assert set(found.files) == {
        f"{found.address}{name}" for name in (*PROGRAM_FILES, "pyodide-lock.json")
    }
    assert found.size == sum(path.stat().st_size for path in found.files.values())
    (release / "pyodide.asm.wasm").write_bytes(b"another")
    other = of(str(release))
    assert other is not None
    assert other.address != found.address


def test_left_out_or_elsewhere() -> None:
    """Nothing is served of a Pyodide that is left out, or that lies at an address."""
    assert of("none") is None
    found = of("https://example.org/pyodide")
    assert found is not None
    assert (found.address, found.origin) == ("https://example.org/pyodide/", "https://example.org")
    assert (found.files, found.size) == ({}, 0)


@pytest.mark.parametrize("wanted", ["ftp://example.org/", "https://", "https://example.org/?a=b"])
def test_address_that_is_none(wanted: str) -> None:
    """An address that no browser loads Pyodide from is refused."""
    with pytest.raises(UsageError, match="no address"):
        of(wanted)


def test_folder_without_pyodide(release: Path) -> None:
    """What is missing, or is no lock file, is named."""
    (release / "pyodide-lock.json").write_text("[]")
    with pytest.raises(UsageError, match="pyodide-lock"):
        of(str(release))
    (release / "pyodide.asm.wasm").unlink()
    with pytest.raises(UsageError, match=r"pyodide\.asm\.wasm is missing"):
        of(str(release))


@pytest.mark.parametrize(
    ("requirements", "names"),
    [
        (("numpy>=2",), ("numpy", "libopenblas")),
        (("numpy", "pillow"), ("numpy", "libopenblas", "Pillow")),
        (("numpy<2",), None),
        (("scipy",), None),
        (("pandas",), None),
        (("pillow[xmp]",), None),
        (("numpy; python_version < '3'",), None),
        (("numpy @ https://example.org/numpy.whl",), None),
        (("-r other.txt",), None),
    ],
)
def test_own_packages(
    release: Path, requirements: tuple[str, ...], names: tuple[str, ...] | None
) -> None:
    """All that a requirement comes to is there, with what that depends on, or it is not met."""
    pyodide = of(str(release))
    assert pyodide is not None
    found = own_packages(requirements, pyodide)
    assert (found and tuple(package.name for package in found)) == names
