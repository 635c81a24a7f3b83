"""How many trivial solutions `crib verify` runs in a second, and where the time of one goes.

Run it as `python benchmarks/throughput.py [SOLUTIONS [JOBS]]`. It verifies a synthetic catalog on
one Python, each solution twice (once without its module), and prints runs a second and the CPU
time of a run, which says more where the machine does something else too; it ends with 1 when runs
are fewer than 30 a second. Then it does a few one at a time, and prints the median wall time of
each phase, and the functions that the caller's process spends its own time in.
"""

import cProfile
import functools
import os
import pstats
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

import msgspec
from synthetic import write_catalog

from toolcrib.app import roads
from toolcrib.app.clock import utc_now
from toolcrib.app.ledger import Ledger
from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.settings import cache_folder
from toolcrib.app.verify import Verification, VerifyWish
from toolcrib.verify import closed, job, pod, pool
from toolcrib.verify.bench import Bench, bench
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.job import Done
from toolcrib.verify.remote import ordered

BAR = 30
ONE_BY_ONE = 40
PHASES = {
    "environment": (job, "_environment"),
    "what is in the room": (job, "_room"),
    "holder": (pod, "Holder"),
    "start of bubblewrap": (pod, "start_solution"),
    "the room until its end": (closed.ClosedProcess, "watch"),
    "teardown of the room": (closed.ClosedProcess, "kill"),
}
"""What a child does, in its order: the functions whose time is taken."""

Spans = dict[str, float]


def verification(catalog: Path, jobs: int) -> Verification:
    """Return a verification of a catalog on the Python that runs this."""
    wish = VerifyWish(catalog=catalog, pythons=(this_interpreter().version,), jobs=jobs)
    return Verification(wish, utc_now)


def throughput(catalog: Path, jobs: int) -> float:
    """Verify a catalog and return the runs in a second."""
    planned = verification(catalog, jobs)
    started, before = time.perf_counter(), os.times()
    words = Counter(receipt.is_good for _, receipt in planned.run())
    seconds, after = time.perf_counter() - started, os.times()
    if set(words) != {True}:
        sys.exit(f"{words[False]} runs were no good")
    own, children = (
        1000 * sum(after[n] - before[n] for n in of) / words.total() for of in ((0, 1), (2, 3))
    )
    print(
        f"{words.total()} runs, {jobs} at a time, in {seconds:.1f} s; CPU of each: the caller "
        f"{own:.1f} ms, its children {children:.1f} ms"
    )
    return words.total() / seconds


def timed(function: Callable[..., object], name: str, spans: Spans) -> Callable[..., object]:
    """Return a function that adds the seconds it takes to a span."""

    @functools.wraps(function)
    def measured(*args: object, **more: object) -> object:
        started = time.perf_counter()
        try:
            return function(*args, **more)
        finally:
            spans[name] = spans.get(name, 0) + time.perf_counter() - started

    return measured


@contextmanager
def phases_timed(spans: Spans) -> Iterator[None]:
    """Take the time of each phase for as long as this lasts."""
    patches = [
        mock.patch.object(where, name, timed(getattr(where, name), phase, spans))
        for phase, (where, name) in PHASES.items()
    ]
    for patch in patches:
        patch.start()
    try:
        yield
    finally:
        for patch in patches:
            patch.stop()


def work(where: Bench, run: roads.Run, slot: int) -> bytes:
    """Do one run in a child, and answer with the moments and spans of it, and with what came."""
    began, spans = time.perf_counter(), Spans()
    with phases_timed(spans):
        started = time.perf_counter()
        order = ordered(run[1], where, run[0].interpreter)
        spans["order"] = time.perf_counter() - started
        answer = job.do(order, slot, fetch_sdist)
    return msgspec.json.encode((began, time.perf_counter(), spans, answer))


def one_by_one(catalog: Path) -> dict[str, list[float]]:
    """Do some runs one at a time, and return the seconds of each phase of each."""
    planned = verification(catalog, 1)
    found: dict[str, list[float]] = defaultdict(list)
    jobs = planned.plan.jobs[: 2 * ONE_BY_ONE : 2]
    runs = ((each, planned._wanted(each)) for each in jobs)  # noqa: SLF001 -- it is looked into
    where = bench(cache_folder().value)
    ledger = Ledger(catalog.parent / "receipts")
    sent = time.perf_counter()
    for (planned_job, _), answer in pool.run_all(runs, functools.partial(work, where), 1):
        came = time.perf_counter()
        if isinstance(answer, pool.ChildFaultError):
            sys.exit(f"a run came to nothing: {answer}")
        began, ended, spans, text = msgspec.json.decode(
            answer, type=tuple[float, float, Spans, bytes]
        )
        done = msgspec.json.decode(text, type=Done)
        ledger.keep(planned._receipt(planned_job, done), done.lock)  # noqa: SLF001 -- the same
        written = time.perf_counter()
        spans = {"fork": began - sent, **spans, "answer": came - ended}
        spans["receipt"] = written - came
        if done.times:
            spans["(CPU of the solution)"] = (done.times.user + done.times.system) / 1e6
        for name, seconds in {**spans, "whole": written - sent}.items():
            found[name].append(seconds)
        sent = time.perf_counter()
    return found


def print_phases(catalog: Path) -> None:
    """Print the median wall time of each phase of a run."""
    print("\none at a time, median of each phase:")
    for name, seconds in one_by_one(catalog).items():
        print(f"  {name:24} {1000 * statistics.median(seconds):6.2f} ms")
    starts = []
    for _ in range(ONE_BY_ONE):
        started = time.perf_counter()
        subprocess.run([this_interpreter().path, "-c", "pass"], check=True)  # noqa: S603 -- ours
        starts.append(time.perf_counter() - started)
    print(f"  {'(a bare interpreter)':24} {1000 * statistics.median(starts):6.2f} ms")


def print_caller(catalog: Path, jobs: int) -> None:
    """Print in which functions the caller's process spends its own time."""
    profile = cProfile.Profile()
    profile.runcall(throughput, catalog, jobs)
    print("\nthe caller's own time; what waits is the poll:")
    pstats.Stats(profile).sort_stats("tottime").print_stats(12)


def main() -> int:
    """Measure and print; the status is 1 when the bar is not met."""
    solutions = int(sys.argv[1]) if len(sys.argv) > 1 else 150
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 2  # noqa: PLR2004 -- the second argument
    with tempfile.TemporaryDirectory(prefix="crib-") as name:
        places = [Path(name, place) for place in ("speed", "phases", "caller")]
        catalogs = [write_catalog(place, solutions) for place in places]
        rate = throughput(catalogs[0], jobs)
        print(f"{rate:.1f} runs a second; at least {BAR}")
        print_phases(catalogs[1])
        print_caller(catalogs[2], jobs)
    return int(rate < BAR)


if __name__ == "__main__":
    sys.exit(main())
