"""What it takes to prove very many distributions: a model, and the measuring of its inputs.

`python benchmarks/scale.py` prints the model for the inputs below and the receipts of this
checkout. `python benchmarks/scale.py measure` measures those inputs on this machine, with the
distributions of the catalog as the sample and nothing in any cache; it needs the package index.
docs/scale.md holds what both printed, with the date.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from ctypes import c_longlong
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
from counting_proxy import counting_proxy

from toolcrib.app.sdists import fetch_sdist
from toolcrib.app.work import work
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.receipts import read_receipts
from toolcrib.model.catalog import Catalog
from toolcrib.model.task import Solution, Task
from toolcrib.verify.bench import bench
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import find_interpreters
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.pool import run_one
from toolcrib.verify.remote import Wanted, opened, ordered, packed
from toolcrib.verify.room import HOST, Interpreter
from toolcrib.verify.uv import resolve

ROOT = Path(__file__).resolve().parents[1]
MB, GB, TB = 1e6, 1e9, 1e12
GBIT = GB / 8


@dataclass(frozen=True)
class Inputs:
    """The inputs of the model: seconds of a processor, bytes and counts.

    An environment is one of one Python. `first` is an environment for which nothing is there yet,
    `next` the same on another Python of the same machine. A small share of distributions is
    `heavy`: an assumption, for the sample has none.
    """

    distributions: int = 10_000
    pythons: int = 6
    first_seconds: float = 0.0
    next_seconds: float = 0.0
    run_seconds: float = 0.0
    remote_seconds: float = 0.0
    first_bytes: float = 0.0
    next_bytes: float = 0.0
    installed_bytes: float = 0.0
    receipt_bytes: float = 0.0
    lock_bytes: float = 0.0
    heavy_share: float = 0.02
    heavy_bytes: float = 3 * GB
    heavy_installed: float = 6 * GB
    heavy_seconds: float = 180.0
    processes: int = 8


MEASURED = Inputs(
    first_seconds=1.7,
    next_seconds=1.7,
    run_seconds=0.25,
    remote_seconds=0.18,
    first_bytes=11.7 * MB,
    next_bytes=10.9 * MB,
    installed_bytes=35.3 * MB,
)
"""Means of the sample, from `measure`; docs/scale.md says when and on what."""


@dataclass(frozen=True)
class Cost:
    """What the model gives: seconds of one process by what they go to, and bytes."""

    environments: int
    runs: int
    building: float
    heavy: float
    running: float
    starting: float
    downloaded: float
    downloaded_apart: float
    installed: float
    receipts: float

    @property
    def seconds(self) -> float:
        """All seconds of one process."""
        return self.building + self.heavy + self.running + self.starting


def cost(i: Inputs) -> Cost:
    """Compute the model: pure arithmetic."""
    environments = i.distributions * i.pythons
    # On each Python once, and once without the module.
    runs = i.distributions * (i.pythons + 1)
    usual, heavy = 1 - i.heavy_share, i.heavy_share
    return Cost(
        environments=environments,
        runs=runs,
        building=usual * i.distributions * (i.first_seconds + (i.pythons - 1) * i.next_seconds),
        heavy=heavy * environments * i.heavy_seconds,
        running=runs * i.run_seconds,
        starting=runs * i.remote_seconds,
        downloaded=usual * i.distributions * (i.first_bytes + (i.pythons - 1) * i.next_bytes)
        + heavy * environments * i.heavy_bytes,
        downloaded_apart=environments * (usual * i.first_bytes + heavy * i.heavy_bytes),
        installed=environments * (usual * i.installed_bytes + heavy * i.heavy_installed),
        receipts=runs * i.receipt_bytes + environments * i.lock_bytes,
    )


def from_receipts(inputs: Inputs) -> Inputs:
    """Add what the receipts of this checkout say: the bytes of receipts and locks."""
    folder = ROOT / "receipts"
    count = sum(map(len, read_receipts(folder).values()))
    written = sum(path.stat().st_size for path in folder.glob("*/*.jsonl"))
    locks = [path.stat().st_size for path in folder.glob("locks/*.toml")]
    return replace(inputs, receipt_bytes=written / count, lock_bytes=statistics.mean(locks))


def print_model(inputs: Inputs) -> None:
    """Print inputs, results and what they hang on."""
    found = cost(inputs)
    for name in inputs.__dataclass_fields__:
        print(f"  {name:18} {getattr(inputs, name):>16,.2f}")
    print(f"environments {found.environments:,}, runs {found.runs:,}")
    print(f"hours of one process: {found.seconds / 3600:,.0f}")
    for name in ("building", "heavy", "running", "starting"):
        print(f"  {name:10} {getattr(found, name) / found.seconds:6.0%}")
    for machines in (1, 10, 50):
        hours = found.seconds / 3600 / machines / inputs.processes
        print(f"{machines:3} machines with {inputs.processes} processes: {hours:7,.1f} hours")
    print(f"from the index: {found.downloaded / TB:.2f} TB where all Pythons of a distribution")
    print(f"  are done on one machine, {found.downloaded_apart / TB:.2f} TB where none are")
    line = GBIT * 3600
    print(f"  and {found.downloaded / line:.0f} hours on a line of 1 Gbit/s")
    print(f"environments, if all are kept: {found.installed / TB:.2f} TB")
    print(f"receipts and locks: {found.receipts / MB:,.0f} MB")
    print("hours of one process if an input doubles:")
    for name in ("first_seconds", "next_seconds", "run_seconds", "remote_seconds", "heavy_share"):
        doubled = cost(replace(inputs, **{name: 2 * getattr(inputs, name)}))
        print(f"  {name:16} {doubled.seconds / found.seconds - 1:+6.0%}")


@dataclass(frozen=True)
class Sample:
    """What one solution's environments and runs took; seconds of processor time but `waited`."""

    name: str
    distributions: int
    installed: int
    resolve_seconds: float
    first_seconds: float
    first_waited: float
    first_bytes: int
    again_seconds: float
    next_seconds: float
    next_bytes: int
    run_seconds: float


def timed(function: Callable[[], object]) -> float:
    """Return the seconds of processor time that a call takes, with all the processes it starts.

    What it waits for the index or for other work on the machine does not count.
    """
    before = os.times()
    function()
    return sum(os.times()[:4]) - sum(before[:4])


def samples(catalog: Catalog) -> Iterator[tuple[Task, Solution]]:
    """Yield a solution for each set of distributions, without services: runs are to be alike."""
    seen = set()
    for task in catalog.tasks.values():
        for solution in task.solutions:
            new = solution.dependencies and solution.dependencies not in seen
            if new and not task.run.services:
                seen.add(solution.dependencies)
                yield task, solution


def take(
    catalog: Catalog,
    task: Task,
    solution: Solution,
    pythons: tuple[Interpreter, ...],
    count: c_longlong,
) -> Sample:
    """Measure one solution: nothing of it is in any cache at first."""
    first, other = pythons
    wanted = Wanted(task=task, solution=solution, files=catalog.files[task.id], cell=first.cell)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        before, started = count.value, time.perf_counter()
        locks = []
        what = (solution.dependencies, solution.overrides)
        resolving = timed(lambda: locks.append(resolve(*what, first)))
        building = timed(lambda: environment(locks[0], first, Path(one)))
        after, waited = count.value, time.perf_counter() - started - resolving - building
        built = environment(locks[0], first, Path(one))
        again = timed(lambda: environment(locks[0], first, Path(two)))
        middle = count.value
        following = timed(lambda: environment(resolve(*what, other), other, Path(two)))
        lock = locks[0]
        order = ordered(msgspec.structs.replace(wanted, lock=lock), bench(Path(one), HOST), first)
        runs = [timed(lambda: run_one(order, run_here)) for _ in range(3)]
        return Sample(
            name=" ".join(solution.dependencies),
            distributions=built.distributions,
            installed=built.size,
            resolve_seconds=resolving,
            first_seconds=resolving + building,
            first_waited=waited,
            first_bytes=after - before,
            again_seconds=again,
            next_seconds=following,
            next_bytes=count.value - middle,
            run_seconds=statistics.median(runs),
        )


def remote_overhead(catalog: Catalog, python: Interpreter) -> float:
    """Return how much longer a run takes that comes by the road of a worker."""
    task = next(t for t in catalog.tasks.values() if t.id == "read-and-write-json")
    wanted = Wanted(
        task=task,
        solution=task.solutions[0],
        files=catalog.files[task.id],
        cell=python.cell,
        system=HOST,
    )
    with tempfile.TemporaryDirectory() as folder:
        os.environ["TOOLCRIB_CACHE"] = folder  # noqa: TID251 -- the worker's setting
        order = ordered(wanted, bench(Path(folder), HOST), python)
        if not isinstance(opened(work(packed(wanted))), Done):
            sys.exit("the worker's road does not work")
        here, there = [], []
        for _ in range(9):
            here.append(timed(lambda: run_one(order, run_here)))
            there.append(timed(lambda: work(packed(wanted))))
    return statistics.median(there) - statistics.median(here)


def run_here(order: Order, slot: int) -> bytes:
    """Do a run on this machine."""
    return do(order, slot, fetch_sdist)


def measure() -> None:
    """Measure the sample, and print it and the inputs that follow from it."""
    catalog = read_catalog(ROOT / "catalog")
    pythons = find_interpreters(("3.11", "3.13"))
    taken = []
    with counting_proxy() as (address, count):
        os.environ["HTTPS_PROXY"] = address  # noqa: TID251 -- uv's setting
        for task, solution in samples(catalog):
            with tempfile.TemporaryDirectory() as folder:
                os.environ["UV_CACHE_DIR"] = folder  # noqa: TID251 -- the same
                taken.append(take(catalog, task, solution, pythons, count))
            print(msgspec.json.encode(taken[-1]).decode(), flush=True)
    for name in Sample.__dataclass_fields__:
        values = [getattr(sample, name) for sample in taken]
        if name != "name":
            low, high = min(values), max(values)
            middle, mean = statistics.median(values), statistics.mean(values)
            print(f"{name:16} median {middle:14,.2f} mean {mean:14,.2f} {low:,.2f} to {high:,.2f}")
    print(f"remote_seconds {remote_overhead(catalog, pythons[0]):.2f}")


if __name__ == "__main__":
    if sys.argv[1:] == ["measure"]:
        measure()
    else:
        print_model(from_receipts(MEASURED))
