"""How much memory `crib verify` itself takes for a catalog of 10,000 solutions.

Run it as `python benchmarks/memory.py [SOLUTIONS]`. The whole command runs, on every Python found
here, but for the runs themselves: each is answered at once. It prints the peak of the process,
first of a verification from nothing, then of one that finds all receipts holding; it ends with 1
when that is more than 150 MB.
"""

import contextlib
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from unittest import mock

import msgspec
from synthetic import write_catalog

from toolcrib.app import roads
from toolcrib.cli import run_command_line
from toolcrib.model.receipt import BARRED, Outcome
from toolcrib.verify.job import Done
from toolcrib.verify.plan import Job
from toolcrib.verify.remote import Wanted

BAR = 150
SOLUTIONS_OF_A_MODULE = 3

Run = tuple[Job, Wanted]


def answered_at_once(
    runs: Iterable[Run], _work: object, _workers: int, _idle: Callable[[], None] | None = None
) -> Iterator[tuple[Run, bytes]]:
    """Stand in for the pool: every solution passes, and fails without its module."""
    passed = Done(outcome=Outcome.PASSED, exit=0, peak_memory=10_000_000)
    failed = Done(outcome=Outcome.FAILED, exit=1, reason=BARRED)
    answers = {False: msgspec.json.encode(passed), True: msgspec.json.encode(failed)}
    for run in runs:
        yield run, answers[run[0].blocked]


def verified(catalog: Path, what: str) -> float:
    """Run the command, print what it took, and return the peak of memory in MB so far."""
    started = time.perf_counter()
    with (
        Path(os.devnull).open("w", encoding="utf-8") as nowhere,
        contextlib.redirect_stderr(nowhere),
    ):
        status = run_command_line(["verify", "--system", "host", "--catalog", str(catalog)])
    if status:
        sys.exit(f"the verification ended with {status}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(f"{what}: {time.perf_counter() - started:.0f} s, at most {peak:.0f} MB so far")
    return peak


def main() -> int:
    """Verify twice, and print what that took; the status is 1 when the bar is not met."""
    solutions = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    modules = [f"module{number:05}" for number in range(solutions // SOLUTIONS_OF_A_MODULE)]
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        catalog = write_catalog(Path(name), solutions, modules)
        with mock.patch.object(roads, "run_all", answered_at_once):
            verified(catalog, "all runs")
            peak = verified(catalog, "all receipts hold")
    print(f"{peak:.0f} MB; at most {BAR}")
    return int(peak > BAR)


if __name__ == "__main__":
    sys.exit(main())
