"""The program that makes a wheel of an sdist in a pod.

It is a script, not part of the package. `pep517.py read SDIST` runs under any Python from 3.11 on
and says what a build requires (PEP 518). `pep517.py build SDIST SYSTEM`, with what `read` has
said, runs in an environment of that and pyproject_hooks, and makes the wheel, or says what the
build requires besides (PEP 517). What is said is JSON in `out/said`, the wheel is `out/wheel`.
"""

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

OUT = Path("out").absolute()
LEGACY = {
    "requires": ["setuptools", "wheel"],
    "build-backend": "setuptools.build_meta:__legacy__",
}
"""What holds where an sdist says nothing (PEP 517, "Source trees")."""


def main() -> None:
    """Do one of the two."""
    stage, sdist, *rest = sys.argv[1:]
    OUT.mkdir()
    os.chdir(unpacked(sdist))
    said = read() if stage == "read" else build(json.loads(rest[0]))
    (OUT / "said").write_text(json.dumps(said), "utf-8")


def unpacked(sdist: str) -> Path:
    """Unpack an archive and return the folder that it holds."""
    folder = Path("source").absolute()
    if zipfile.is_zipfile(sdist):
        with zipfile.ZipFile(sdist) as archive:
            archive.extractall(folder)  # noqa: S202 -- it can harm this room only
    else:
        with tarfile.open(sdist) as archive:
            if hasattr(tarfile, "data_filter"):
                archive.extraction_filter = tarfile.data_filter
            archive.extractall(folder)  # noqa: S202 -- the same
    (top,) = folder.iterdir()
    return top


def read() -> "dict[str, Any]":
    """Return what the sources say of their build."""
    # Not at the top: the Python of the build may be too old for it.
    import tomllib

    project = Path("pyproject.toml")
    text = project.read_text("utf-8") if project.exists() else ""
    system = tomllib.loads(text).get("build-system", LEGACY)
    return {
        "requires": system.get("requires", LEGACY["requires"]),
        "backend": system.get("build-backend", LEGACY["build-backend"]),
        "path": system.get("backend-path", []),
    }


def build(system: "dict[str, Any]") -> "dict[str, Any]":
    """Return what the build requires besides, or make the wheel and return its name."""
    import pyproject_hooks  # noqa: PLC0415 -- only here

    # A wheel of the same sources is to be the same (reproducible-builds.org, SOURCE_DATE_EPOCH).
    os.environ["SOURCE_DATE_EPOCH"] = "315532800"  # noqa: TID251 -- of the room, not of the user
    path = system["path"] or None
    hooks = pyproject_hooks.BuildBackendHookCaller(".", system["backend"], path)
    try:
        further = hooks.get_requires_for_build_wheel()
        if not set(further) <= set(system["requires"]):
            return {"requires": further}
        wheel = hooks.build_wheel(str(OUT))
    except subprocess.CalledProcessError:
        # The backend has told on standard error what went wrong.
        sys.exit(1)
    (OUT / wheel).rename(OUT / "wheel")
    return {"wheel": wheel}


if __name__ == "__main__":
    main()
