"""How long a site of 1,000 modules and 2,000 solutions takes to write, and a part of it.

    python benchmarks/site.py [MODULES]

The catalog is the built-in one, grown to so many modules (1,000) and twice as many solutions, with
receipts and translations. Prints the CPU and wall seconds of: the whole site, a site in which
nothing changed, and one after the purpose of one module changed; then the bytes of its pages. The
bundle is `benchmarks/bundle.py`; what runs in the reader's browser depends on wheels, not on the
number of modules. The status is 1 when the whole takes more than 60 seconds of CPU, or the part
more than 5.
"""

import gzip
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec
from grown import grown

from toolcrib.app.bundle import open_bundle
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.unpack import unpack
from toolcrib.identify.stdlib import read_stdlib_names
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId
from toolcrib.web.build import Build
from toolcrib.web.export import Written, export

WHOLE, PART = 60, 5
MODULE = ModuleId("std:json")


def timed(name: str, function: Callable[[], Written | None]) -> float:
    """Print how long a function takes, and what it wrote; return the seconds of CPU."""
    before, started = os.times(), time.perf_counter()
    done = function()
    after, wall = os.times(), time.perf_counter() - started
    cpu = sum(after[:2]) - sum(before[:2])
    wrote = f"{done.written} of {done.files} files" if done else ""
    print(f"{name:26} {cpu:6.1f} s CPU {wall:6.1f} s wall  {wrote}", flush=True)
    return cpu


def changed(catalog: Catalog) -> Catalog:
    """Return a catalog in which one module is for something else."""
    module = msgspec.structs.replace(catalog.modules[MODULE], purpose="Do something else.")
    return msgspec.structs.replace(catalog, modules={**catalog.modules, MODULE: module})


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
    with open_bundle() as built_in:
        content, beside = unpack(built_in)
        catalog, receipts = grown(content, beside.receipts, modules)
        attributes = read_stdlib_names().attributes
        more: Any = {
            "measurements": beside.measurements,
            "attributes": attributes,
            "exported": built_in.exported(),
            "versions": beside.versions,
        }
    solutions = sum(len(task.solutions) for task in catalog.tasks.values())
    print(f"{len(catalog.modules)} modules, {solutions} solutions, {len(receipts)} with receipts")
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        folder, site, memory = Path(name), Path(name, "site"), Path(name, "site.kept")
        before, after = folder / "bundle.sqlite", folder / "changed.sqlite"
        compile_bundle(catalog, receipts, before, **more)
        compile_bundle(changed(catalog), receipts, after, **more)
        with written(before, site, memory) as write:
            whole = timed("the whole site", write)
        with written(before, site, memory) as write:
            timed("nothing changed", write)
        with written(after, site, memory) as write:
            part = timed("one module changed", write)
        print_pages(site)
    print(f"bars: the whole {WHOLE} s, a part {PART} s; load {os.getloadavg()[0]:.1f}")
    return int(whole > WHOLE or part > PART)


if __name__ == "__main__":
    sys.exit(main())
