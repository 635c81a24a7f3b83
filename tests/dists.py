"""Distributions made on the spot, and an index of them on this machine, for tests of installing."""

import base64
import hashlib
import importlib.metadata
import io
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

Files = dict[str, str]

BACKEND = """\
import base64, hashlib, os, zipfile
NAME, VERSION = "{name}", "{version}"

def get_requires_for_build_wheel(settings=None):
    {required}
    return {requires}

def prepare_metadata_for_build_wheel(folder, settings=None):
    {prepared}
    info = f"{{NAME}}-{{VERSION}}.dist-info"
    os.mkdir(os.path.join(folder, info))
    with open(os.path.join(folder, info, "METADATA"), "w") as file:
        file.write(f"Metadata-Version: 2.1\\nName: {{NAME}}\\nVersion: {{VERSION}}\\n")
    return info

def build_wheel(folder, settings=None, metadata=None):
    {built}
    info = f"{{NAME}}-{{VERSION}}.dist-info"
    files = {{
        f"{{NAME}}.py": f"VERSION = '{{VERSION}}'\\n",
        f"{{info}}/METADATA": f"Metadata-Version: 2.1\\nName: {{NAME}}\\nVersion: {{VERSION}}\\n",
        f"{{info}}/WHEEL": "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n",
    }}
    files[f"{{info}}/RECORD"] = "".join(f"{{name}},,\\n" for name in [*files, f"{{info}}/RECORD"])
    name = f"{{NAME}}-{{VERSION}}-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as archive:
        for path, text in files.items():
            archive.writestr(zipfile.ZipInfo(path), text)
    return name

prepare_metadata_for_build_editable = prepare_metadata_for_build_wheel
build_editable = build_wheel
"""
"""A backend that an sdist brings along (PEP 517, "In-tree build backends"): needs no other."""


def wheel(folder: Path, name: str, files: Files, version: str = "1.0") -> Path:
    """Write a wheel that holds some files, whatever their names."""
    info = f"{name}-{version}.dist-info"
    files = {
        **files,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = "".join(f"{path},{_hash(text)},{len(text)}\n" for path, text in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n"
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for member, text in files.items():
            archive.writestr(zipfile.ZipInfo(member), text)
    return path


def _hash(text: str) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())
    return f"sha256={digest.decode().rstrip('=')}"


def sdist(folder: Path, name: str, version: str = "1.0", *, build: str = "", **steps: str) -> Path:
    """Write an sdist with a backend of its own.

    Args:
        folder: Where it is written.
        name: The name of the distribution.
        version: Its version.
        build: What its `build-system` requires, as TOML writes a list's items.
        steps: Code for the hooks: `required`, `prepared`, `built`; `requires` is an expression.
    """
    steps = {"required": "pass", "prepared": "pass", "built": "pass", "requires": "[]", **steps}
    system = f'[build-system]\nrequires = [{build}]\nbuild-backend = "own"\nbackend-path = ["."]\n'
    return archive(
        folder / f"{name}-{version}.tar.gz",
        {
            f"{name}-{version}/pyproject.toml": system,
            f"{name}-{version}/own.py": BACKEND.format(name=name, version=version, **steps),
            f"{name}-{version}/PKG-INFO": f"Metadata-Version: 2.1\nName: {name}\n",
        },
    )


def archive(path: Path, files: Files) -> Path:
    """Write a tar archive of some files."""
    with tarfile.open(path, "w:gz") as tar:
        for member, text in files.items():
            data = text.encode()
            entry = tarfile.TarInfo(member)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
    return path


def installed_wheel(folder: Path, name: str) -> Path:
    """Write a wheel of a distribution that the tests have installed: pure Python, no scripts."""
    found = importlib.metadata.distribution(name)
    files = {
        str(file): Path(str(found.locate_file(file))).read_text("utf-8")
        for file in found.files or ()
        if file.suffix == ".py"
    }
    return wheel(folder, name, files, found.version)


def write_index(root: Path) -> None:
    """Write the pages of all files of the folder `files` below a root (PEP 503)."""
    links: dict[str, list[str]] = {}
    for path in sorted((root / "files").iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        name = path.name.split("-")[0].replace("_", "-").lower()
        link = f'<a href="../../files/{path.name}#sha256={digest}">{path.name}</a>'
        links.setdefault(name, []).append(link)
    for name, of_project in links.items():
        (root / "simple" / name).mkdir(parents=True, exist_ok=True)
        (root / "simple" / name / "index.html").write_text("\n".join(of_project))


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve a folder on this machine's loopback, from a process of its own; yields its address."""
    command = [sys.executable, "-u", "-m", "http.server", "--bind", "127.0.0.1", "0"]
    with subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        try:
            # It says "Serving HTTP on 127.0.0.1 port 41311 (…) ..." once it listens.
            port = server.stdout.readline().split()[5]
            yield f"http://127.0.0.1:{port}"
        finally:
            server.kill()
