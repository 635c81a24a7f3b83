"""What a solution takes, measured beside the other solutions of its task."""

import math
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value

CONFIDENCE = 0.95

NOISY = 0.1
"""The spread of an empty interpreter's start from which on the machine was too busy."""


class Figure(Value, frozen=True, kw_only=True):
    """The median of repeated measurements, and between `low` and `high` where the true one is.

    `least` and `most` are the extremes that were seen. Times are in microseconds of CPU or wall
    time, memory in bytes.
    """

    median: int
    low: int
    high: int
    least: int
    most: int

    @property
    def spread(self) -> float:
        """The width of the interval beside the median."""
        return (self.high - self.low) / max(abs(self.median), 1)


class Computer(Value, frozen=True, kw_only=True):
    """Where was measured: the processor's model, and how many cores it showed."""

    cpu: str
    cores: int


class Figures(Value, frozen=True, kw_only=True):
    """What one solution took.

    CPU time is that of the solution and of all its processes that it waited for. `import_time` is
    the CPU time that importing its module takes; None where that could not be measured, as the wall
    time of what is typed to.
    """

    cpu_time: Figure
    wall_time: Figure | None
    import_time: Figure | None
    peak_memory: Figure


class Measurement(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One solution in repeated runs, in turn with the other solutions of its task.

    What was measured together shares `when`, Python and computer, and only that can be compared.
    `noise` is the spread of the wall time of an interpreter that does nothing, which would always
    take the same on a machine at rest.
    """

    task: str
    solution: str
    module: ModuleId
    source: str
    python: str
    when: datetime
    toolcrib: str
    computer: Computer
    rounds: int
    figures: Figures
    noise: float
    lock: str = ""
    root: str = ""

    @property
    def is_noisy(self) -> bool:
        """Whether the machine was too busy with something else for its figures to say much."""
        return self.noise > NOISY

    @property
    def circumstances(self) -> tuple[datetime, str, Computer]:
        """What measurements must share to be set beside one another."""
        return (self.when, self.python, self.computer)


class Standing(StrEnum):
    """How a figure stands among those of the other solutions."""

    LEAST = "least"
    NO_DIFFERENCE = "no difference"
    MORE = "more"


def figure(values: Sequence[int]) -> Figure:
    """Return the figure of repeated measurements, of which there must be one at least.

    The interval holds the true median with a probability of 95 % or more, whatever the values'
    distribution: its ends are order statistics, chosen by the binomial distribution (Conover,
    "Practical Nonparametric Statistics", 3rd edition, section 3.2). Five values and fewer are too
    few for that; then it is their whole range.
    """
    ordered = sorted(values)
    count = len(ordered)
    outside = left_out(count)
    return Figure(
        median=round((ordered[(count - 1) // 2] + ordered[count // 2]) / 2),
        low=ordered[outside],
        high=ordered[count - 1 - outside],
        least=ordered[0],
        most=ordered[-1],
    )


def left_out(count: int) -> int:
    """Return how many of the ordered values lie outside the median's interval at each end.

    So many that more of them lie on the wrong side of the true median with a probability of at
    most 2.5 %.
    """
    tail, outside = 0.0, 0
    for below in range((count + 1) // 2):
        tail += math.comb(count, below) / 2**count
        if tail > (1 - CONFIDENCE) / 2:
            break
        outside = below
    return outside


def standings(figures: Sequence[Figure | None]) -> tuple[Standing | None, ...]:
    """Say of each figure whether it is the least, or no different from the least.

    The least one is told only where its interval is apart from all others; where it is not, it
    and all that it touches are no different. What was not measured, or alone, has no standing.
    """
    known = [each for each in figures if each]
    if len(known) < len(("one", "another")):
        return (None,) * len(figures)
    first = min(known, key=lambda each: (each.median, each.high))
    near = [each for each in known if each.low <= first.high and each.high >= first.low]
    best = Standing.LEAST if near == [first] else Standing.NO_DIFFERENCE
    return tuple(
        None if each is None else best if each in near else Standing.MORE for each in figures
    )
