"""Print what it costs to know the import names of projects, and whether they are right.

    pip download --no-deps -d WHEELS -r benchmarks/wheel_names.txt
    pip download --no-deps -d WHEELS --platform win_amd64 --only-binary :all: pywin32
    python benchmarks/wheel_names.py WHEELS...

The wheels are served by an index on this machine, once with METADATA beside them and once without;
bytes and requests beyond the project's own page are counted there. The truth comes from the import
system: the files of each wheel are laid out, and Python's own finder says what is a module, what a
package, and what a namespace. A namespace that is called like the distribution counts as its own.
"""

import importlib.machinery
import re
import statistics
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from indexes import Index  # noqa: E402 -- after its path
from toolcrib.app.projects import contents_of  # noqa: E402 -- the same
from toolcrib.identify.paths import SHARED  # noqa: E402 -- the same
from toolcrib.model.module import normalised  # noqa: E402 -- the same
from toolcrib.net.index import ask_index  # noqa: E402 -- the same
from toolcrib.net.settings import IndexSettings  # noqa: E402 -- the same

LIST = Path(__file__).with_name("wheel_names.txt")
# What builds put beside a package and nobody imports.
BESIDE = {"docs", "examples", "lib", "scripts", "setup", "test", "tests"}
CROWD = 12
BYTES, REQUESTS = 64 * 1024, 2


def main(folders: list[str]) -> int:
    """Serve the wheels, ask for each project, compare, and print the figures."""
    wanted = [line for line in LIST.read_text().split("\n") if line and not line.startswith("#")]
    wheels = {name: newest(name, folders) for name in wanted}
    if missing := [name for name, wheel in wheels.items() if wheel is None]:
        print("no wheel of", ", ".join(missing))
        return 2
    failed = False
    for beside in (True, False):
        failed |= measure({name: wheel for name, wheel in wheels.items() if wheel}, beside=beside)
    return int(failed)


def newest(name: str, folders: list[str]) -> Path | None:
    """Return the last wheel of a project by name."""
    found = [
        path
        for folder in folders
        for path in Path(folder).glob("*.whl")
        if normalised(path.name.partition("-")[0]) == name
    ]
    return max(found, default=None)


def measure(wheels: dict[str, Path], *, beside: bool) -> bool:
    """Ask for each project alone; return whether something is wrong or too dear."""
    wrong, sizes, requests = 0, [], []
    for name, wheel in wheels.items():
        server = Index()
        try:
            metadata = metadata_of(wheel) if beside else ""
            server.archive(name, wheel.name, wheel, metadata)
            with tempfile.TemporaryDirectory() as cache:
                settings = IndexSettings(cache=Path(cache), url=server.url)
                published = ask_index([name], settings, 0.0, "2026-11-20").published
                server.asked.clear()
                server.sent = 0
                found, reasons = contents_of(published.values(), settings)
        finally:
            server.close()
        told = found[name] if name in found else sys.exit(f"{name}: {reasons[name]}")
        sizes.append(server.sent)
        requests.append(len(server.asked))
        expected = truth(wheel, name)
        if set(told.imports) != expected:
            wrong += 1
            print(f"{name}: {sorted(told.imports)}, and by the import system {sorted(expected)}")
    size, count = statistics.median(sizes), statistics.median(requests)
    kind = "METADATA beside the wheel" if beside else "the wheel alone"
    print(f"{kind}: {len(wheels) - wrong} of {len(wheels)} right;", end=" ")
    print(
        f"median {size / 1024:.1f} KB, {count:g} requests; most {max(sizes) / 1024:.0f} KB,",
        end=" ",
    )
    print(f"{max(requests)} requests (bar: {BYTES // 1024} KB, {REQUESTS})")
    return bool(wrong) or size > BYTES or count > REQUESTS


def metadata_of(wheel: Path) -> str:
    """Return a wheel's METADATA."""
    with zipfile.ZipFile(wheel) as archive:
        (path,) = (p for p in archive.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", p))
        return archive.read(path).decode()


def truth(wheel: Path, name: str) -> set[str]:
    """Return the public names that Python's finder finds in a wheel that is laid out."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with zipfile.ZipFile(wheel) as archive:
            for path in archive.namelist():
                plain = re.sub(r"^[^/]+\.data/(purelib|platlib)/", "", path)
                if plain.endswith("/") or ".data/" in plain or ".dist-info/" in plain:
                    continue
                # Extensions of other platforms are modules to the finder of this one as well.
                plain = re.sub(
                    r"\.(cp\d+-win_amd64\.pyd|pyd|(cpython|abi3)[\w-]*\.so)$", ".so", plain
                )
                (folder / plain).parent.mkdir(parents=True, exist_ok=True)
                (folder / plain).touch()
            pths = [p for p in archive.namelist() if p.endswith(".pth")]
            lines = "\n".join(archive.read(p).decode() for p in pths).splitlines()
        found = modules(folder, "", name)
        for line in lines:
            extra = folder / line.strip().replace("\\", "/")
            if line.strip() and not line.startswith(("import", "#")) and extra.is_dir():
                found |= modules(extra, "", name)
    return {one for one in found if not any(part.startswith("_") for part in one.split("."))}


def modules(folder: Path, prefix: str, name: str) -> set[str]:
    """Return modules and packages in a folder, and of namespaces what lies in them."""
    found: set[str] = set()
    finder = importlib.machinery.FileFinder(
        str(folder),
        (importlib.machinery.ExtensionFileLoader, importlib.machinery.EXTENSION_SUFFIXES),
        (importlib.machinery.SourceFileLoader, importlib.machinery.SOURCE_SUFFIXES),
    )
    for entry in folder.iterdir():
        stem = entry.name.partition(".")[0]
        if not stem.isidentifier() or entry.name.endswith((".pyi", ".libs", "-stubs")):
            continue
        spec = finder.find_spec(stem)
        if spec is None:
            continue
        shared = f"{prefix}{stem}" in SHARED
        own = normalised(f"{prefix}{stem}") == name
        if own or (spec.loader is not None and not (shared and spec.submodule_search_locations)):
            found.add(f"{prefix}{stem}")
        elif spec.submodule_search_locations:
            inner = modules(entry, f"{prefix}{stem}.", name)
            crowded = len(inner) > CROWD and not shared
            found |= {f"{prefix}{stem}"} if crowded else inner
    return {one for one in found if one.partition(".")[0] not in BESIDE}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
