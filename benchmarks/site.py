"""How long a site of 1,000 modules and 2,000 solutions takes to write, and a part of it.

    python benchmarks/site.py [MODULES [SOLUTIONS]]

Prints the CPU and wall seconds of: compiling the bundle, the whole site, a site in which nothing
changed, and one after the purpose of one module changed; then the bytes of its pages. What runs in
the reader's browser is not in it: that depends on wheels, not on the number of modules. The status
is 1 when the whole takes more than 60 seconds of CPU, or the part more than 5.
"""

import gzip
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from synthetic import MODULES, write_catalog, write_receipts

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_receipts
from toolcrib.verify.room import Interpreter
from toolcrib.web.build import Build
from toolcrib.web.export import Written, export

WHOLE, PART = 60, 5
PYTHONS = 3


def timed(name: str, function: Callable[[], Written | None]) -> float:
    """Print how long a function takes, and what it wrote; return the seconds of CPU."""
    before, started = os.times(), time.perf_counter()
    done = function()
    after, wall = os.times(), time.perf_counter() - started
    cpu = sum(after[:2]) - sum(before[:2])
    wrote = f"{done.written} of {done.files} files" if done else ""
    print(f"{name:26} {cpu:6.1f} s CPU {wall:6.1f} s wall  {wrote}", flush=True)
    return cpu


def compiled(catalog: Path, path: Path) -> None:
    """Compile a catalog with its receipts."""
    receipts = read_receipts(catalog.parent / "receipts")
    compile_bundle(read_catalog(catalog), receipts, path)


@contextmanager
def written(bundle: Path, site: Path, memory: Path) -> Iterator[Callable[[], Written]]:
    """Give what writes the site of a bundle."""
    with Bundle(str(bundle)) as opened:
        yield lambda: export(Build(opened, "https://example.org/", memory=memory).files(), site)


def print_pages(site: Path) -> None:
    """Print how large pages are, as they are and packed."""
    for kind in ("module", "task"):
        pages = [path.read_bytes() for path in sorted((site / kind).rglob("*.html"))]
        packed = sorted(len(gzip.compress(page)) for page in pages)
        print(
            f"{len(pages)} pages of {kind}s: {sum(map(len, pages)) // len(pages):,} bytes each, "
            f"packed {sum(packed) // len(packed):,}, the largest {packed[-1]:,}"
        )
    print(f"search.bin: {(site / 'search.bin').stat().st_size:,} bytes")


def main() -> int:
    """Measure and print; the status is 1 when a bar is not met."""
    modules = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    solutions = int(sys.argv[2]) if len(sys.argv) > 2 else 2000  # noqa: PLR2004 -- the second
    names = [f"{MODULES[n % len(MODULES)]}{n // len(MODULES) or ''}" for n in range(modules)]
    pythons = tuple(
        Interpreter(path=Path("python"), prefix=Path("prefix"), full=f"3.{11 + number}.0")
        for number in range(PYTHONS)
    )
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        folder, site = Path(name), Path(name, "site")
        memory = folder / "site.kept"
        catalog = write_catalog(folder, solutions, names)
        write_receipts(folder / "receipts", read_catalog(catalog), pythons)
        bundle = folder / "bundle.sqlite"
        timed("bundle", lambda: compiled(catalog, bundle))
        with written(bundle, site, memory) as write:
            whole = timed("the whole site", write)
        with written(bundle, site, memory) as write:
            timed("nothing changed", write)
        entry = catalog / f"modules/std/{names[0]}.toml"
        entry.write_text(entry.read_text().replace("It does.", "It does it anew."))
        changed = folder / "changed.sqlite"
        timed("bundle", lambda: compiled(catalog, changed))
        with written(changed, site, memory) as write:
            part = timed("one module changed", write)
        print_pages(site)
    print(f"bars: the whole {WHOLE} s, a part {PART} s; load {os.getloadavg()[0]:.1f}")
    return int(whole > WHOLE or part > PART)


if __name__ == "__main__":
    sys.exit(main())
