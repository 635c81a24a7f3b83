"""How large the bundle is, and how long it takes to make: from nothing, and after one change.

Run it as `python benchmarks/bundle.py [MODULES]`. It copies the catalog of this checkout with its
receipts and facts, and writes a synthetic catalog of so many modules, a thousand if not told. For
each it prints the bytes of the bundle, and for each kind of change the CPU and wall time of a whole
process that opens the bundle, less the least that Python itself takes: the median of five.
With `--hold` it ends with 1 when a bundle has more than 15 MB, is made in more than 10 seconds of
CPU time, or in more than one after a change of one file.
"""

import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from synthetic import write_catalog

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
ROUNDS = 5
MOST_BYTES, MOST_WHOLE, MOST_AGAIN = 15_000_000, 10.0, 1.0
OPEN = (
    "import sys; from toolcrib.app import bundle as b; f = [sys.argv[1]]; p = b.bundle_path(f);"
    "b.os.path.exists(p) or b._compile_anew(f, p, with_packaged=False); b.Bundle(p).close()"
)
_ENTRY = """\
name = "module {number}"
purpose = "Reads {noun} number {number} and writes {other} of kind {kind}."
use_cases = ["read {noun} {kind}", "write {other} to a file", "convert {noun} to {other}"]
categories = ["text"]
[phrases]
en = ["how to read {noun} {number}", "{noun} to {other}", "save {other} as {noun}"]
fr = ["lire {noun} numéro {number}", "convertir {noun} en {other}"]
"""

Times = tuple[float, float]
"""CPU and wall time in seconds."""


def main(arguments: list[str]) -> int:
    """Measure both catalogs and print a line for each kind of change."""
    numbers = [int(each) for each in arguments if each.isdigit()]
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, catalog in (
            ("this catalog", copied(Path(folder, "real"))),
            (f"{(numbers or [1000])[0]} modules", synthetic(Path(folder), (numbers or [1000])[0])),
        ):
            worst |= report(name, catalog, Path(folder, "cache"))
    return worst if "--hold" in arguments else 0


def copied(folder: Path) -> Path:
    """Copy the content of this checkout, so that it can be changed."""
    for part in ("catalog", "receipts", "facts"):
        shutil.copytree(ROOT / part, folder / part)
    return folder / "catalog"


def synthetic(folder: Path, modules: int) -> Path:
    """Write a catalog of so many modules, a third of them with a task."""
    catalog = write_catalog(folder / "synthetic", modules // 3)
    (catalog / "modules/pypi").mkdir()
    nouns = [f"{one}{other}" for one in ("rec", "tab", "fig", "log", "map") for other in "aeiou"]
    for number in range(modules):
        noun, other = nouns[number % 25], nouns[number // 25 % 25]
        text = _ENTRY.format(number=number, noun=noun, other=other, kind=number % 7)
        (catalog / f"modules/pypi/made-{number}.toml").write_text(text)
    return catalog


def report(name: str, catalog: Path, cache: Path) -> int:
    """Print what a catalog's bundle takes; return 1 if that is more than its bar."""
    least = process("pass", catalog, cache)
    changes: tuple[tuple[str, Callable[[int], None]], ...] = (
        ("from nothing", lambda _: shutil.rmtree(cache, ignore_errors=True)),
        ("nothing changed", lambda _: None),
        ("a module changed", lambda n: said_otherwise(first(catalog, "modules/*/*.toml"), n)),
        ("a task changed", lambda n: said_otherwise(first(catalog, "tasks/*/task.toml"), n)),
        ("a receipt changed", lambda n: receipt(catalog, n)),
        ("a module added", lambda n: added(catalog, n)),
    )
    worst = 0
    for what, change in changes:
        taken = []
        for number in range(ROUNDS):
            change(number)
            taken.append(process(OPEN, catalog, cache))
        cpu, wall = (
            statistics.median(times) - base
            for times, base in zip(zip(*taken, strict=True), least, strict=True)
        )
        print(f"{name:14} {what:18} {cpu:6.2f} s CPU {wall:6.2f} s wall", flush=True)
        most = MOST_WHOLE if what == "from nothing" else MOST_AGAIN
        worst |= cpu > most
    (bundle,) = cache.glob("bundles/*.sqlite")
    (kept,) = cache.glob("bundles/*.kept")
    print(f"{name:14} bundle {bundle.stat().st_size:,} bytes, kept {kept.stat().st_size:,} bytes")
    return int(worst or bundle.stat().st_size > MOST_BYTES)


def process(code: str, catalog: Path, cache: Path) -> Times:
    """Run Python, and return its times."""
    settings = (f"PYTHONPATH={ROOT / 'src'}", f"TOOLCRIB_CACHE={cache}")
    command = ["env", *settings, sys.executable, "-c", code, str(catalog)]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True)  # noqa: S603 -- ours
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall


def first(catalog: Path, pattern: str) -> Path:
    """Return the first file of a kind."""
    return min(catalog.glob(pattern))


def said_otherwise(path: Path, number: int) -> None:
    """Change the words of a file's first text."""
    key = "title" if path.name == "task.toml" else "purpose"
    text = path.read_text()
    path.write_text(text.replace(f'{key} = "', f'{key} = "Changed{number} ', 1))


def receipt(catalog: Path, number: int) -> None:
    """Change the memory that one run took, where there are receipts."""
    folder = catalog.parent / "receipts/std"
    folder.mkdir(parents=True, exist_ok=True)
    path = min(folder.glob("*.jsonl"), default=folder / "none.jsonl")
    text = path.read_bytes() if path.exists() else b""
    path.write_bytes(text.replace(b'"peak_memory":', b'"peak_memory":%d' % (number + 1), 1))


def added(catalog: Path, number: int) -> None:
    """Add a module."""
    text = f'name = "new{number}"\npurpose = "Adds number {number}."\ncategories = ["text"]\n'
    (catalog / f"modules/pypi/zz-new-{number}.toml").write_text(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
