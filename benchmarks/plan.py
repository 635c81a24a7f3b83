"""How long it takes to see that nothing is to be done: content and receipts read, the plan made.

Run it as `python benchmarks/plan.py [SOLUTIONS [PYTHONS]]`; it prints the time of each part, the
best of five, and ends with 1 when together they take longer than half a second.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from synthetic import NOW, write_catalog, write_receipts

from toolcrib.app.ledger import Ledger
from toolcrib.catalog.folder import read_catalog
from toolcrib.verify.plan import Selection, make_plan
from toolcrib.verify.room import Interpreter

BAR = 0.5
REPEATS = 5


def timed(function: Callable[[], object]) -> float:
    """Return the seconds that a function takes, at best."""
    times = []
    for _ in range(REPEATS):
        started = time.perf_counter()
        function()
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> int:
    """Measure each part on a synthetic catalog, and print them."""
    solutions = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    pythons = int(sys.argv[2]) if len(sys.argv) > 2 else 6  # noqa: PLR2004 -- the second argument
    interpreters = tuple(
        Interpreter(path=Path("python"), prefix=Path("prefix"), full=f"3.{11 + number}.0")
        for number in range(pythons)
    )
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        folder = write_catalog(Path(name), solutions)
        receipts = Path(name, "receipts")
        catalog = read_catalog(folder)
        count = write_receipts(receipts, catalog, interpreters, locked=solutions // 2)
        ledger = Ledger(receipts)
        plan = make_plan(catalog, ledger.all(), interpreters, NOW, Selection())
        if plan.jobs or plan.holding != count:
            sys.exit(f"{len(plan.jobs)} runs are due; all {count} receipts should hold")
        parts = {
            "reading the catalog": timed(lambda: read_catalog(folder)),
            "reading the receipts": timed(lambda: Ledger(receipts)),
            "making the plan": timed(
                lambda: make_plan(catalog, ledger.all(), interpreters, NOW, Selection())
            ),
        }
    print(f"{solutions} solutions, {pythons} Pythons, {count} receipts")
    for part, seconds in parts.items():
        print(f"{part:22} {seconds * 1000:7.1f} ms")
    total = sum(parts.values())
    print(f"{'together':22} {total * 1000:7.1f} ms; at most {BAR * 1000:.0f}")
    return int(total > BAR)


if __name__ == "__main__":
    sys.exit(main())
