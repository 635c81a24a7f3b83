"""Measuring: which runs in which order, and what comes of their times; pure."""

import ast
import contextlib
import random
from collections.abc import Iterator, Sequence

import msgspec

from toolcrib.model.measurement import Figures, figure
from toolcrib.model.task import Output, Run, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify.job import Done, Order
from toolcrib.verify.room import Times

WARM_UP = 2
"""Rounds that are not counted: the first ones fill the caches of the machine."""

LEAST_ROUNDS = 9
"""From so many on an interval of the median leaves the most extreme values out."""


class Sample(Value, frozen=True, kw_only=True):
    """What one solution took in one round; times in microseconds, memory in bytes.

    `start` is an interpreter that does nothing, `imports` one that only imports the module, or
    None where that cannot be done.
    """

    solution: Times
    peak_memory: int
    start: Times
    imports: Times | None = None


def turns(count: int, rounds: int, seed: str) -> Iterator[tuple[int, ...]]:
    """Yield for each round in which order `count` things take their turn.

    The order changes from round to round, so that nothing always comes after the same; the seed
    makes it the same for whoever measures again.
    """
    shuffled = random.Random(seed)  # noqa: S311 -- no secret, and the same for the same seed
    for _ in range(rounds):
        yield tuple(shuffled.sample(range(count), count))


def timed_orders(order: Order, import_names: Sequence[str]) -> tuple[Order, Order, Order | None]:
    """Return a solution's order for exact times, beside those of its interpreter and imports.

    All three have the same environment; an import takes no input and no services.
    """
    imports = imports_of(order.solution.code, import_names)
    return (
        msgspec.structs.replace(order, timed=True),
        _probe(order, "pass\n"),
        _probe(order, imports) if imports else None,
    )


def imports_of(code: str, import_names: Sequence[str]) -> str:
    """Return the imports of a module alone, as a program makes them; else of its names.

    So `urllib.request` counts where it is what the program imports, and not the bare `urllib`.
    """

    def is_own(name: str | None) -> bool:
        return any(f"{name}.".startswith(f"{own}.") for own in import_names)

    found: list[ast.stmt] = []
    with contextlib.suppress(SyntaxError):
        for node in ast.walk(ast.parse(code)):
            if isinstance(node, ast.Import):
                found += [ast.Import([alias]) for alias in node.names if is_own(alias.name)]
            elif isinstance(node, ast.ImportFrom) and not node.level and is_own(node.module):
                found.append(node)
    lines = dict.fromkeys(map(ast.unparse, found)) or [f"import {name}" for name in import_names]
    return "".join(f"{line}\n" for line in lines)


def _probe(order: Order, code: str) -> Order:
    task, solution = order.task, order.solution
    run = Run(timeout=task.run.timeout, memory=task.run.memory)
    return msgspec.structs.replace(
        order,
        task=msgspec.structs.replace(task, run=run, output=Output()),
        solution=msgspec.structs.replace(solution, file="probe.py", code=code),
        files=TaskFiles(expected=""),
        templates={},
        timed=True,
    )


def times_of(done: Done) -> Times | None:
    """Return what a probe took, whatever it printed; nothing where it failed."""
    return done.times if done.exit == 0 else None


def figures(samples: Sequence[Sample]) -> Figures:
    """Return what the samples of a solution say together; there must be one at least.

    On a terminal the wall time is that of whoever types, and is not measured. The import's time is
    the difference within a round: a machine that slows down meets both.
    """
    imports = [
        _cpu(sample.imports) - _cpu(sample.start)
        for sample in samples
        if sample.imports is not None
    ]
    walls = [sample.solution.wall for sample in samples]
    return Figures(
        cpu_time=figure([_cpu(sample.solution) for sample in samples]),
        wall_time=figure(walls) if all(walls) else None,
        peak_memory=figure([sample.peak_memory for sample in samples]),
        import_time=figure(imports) if len(imports) == len(samples) else None,
    )


def noise(samples: Sequence[Sample]) -> float:
    """Return how far the wall time of an interpreter that does nothing is spread."""
    return round(figure([sample.start.wall for sample in samples]).spread, 3)


def _cpu(times: Times) -> int:
    return times.user + times.system
