"""How a verification goes on: a live table where a person watches, else a line for each run."""

from __future__ import annotations

import sys
import time
from collections import Counter
from typing import TYPE_CHECKING

import msgspec

from toolcrib.cli.output import plain, talk
from toolcrib.model.receipt import SAYS_NOTHING, Outcome

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

    from rich.console import RenderableType

    from toolcrib.app.verify import Verification
    from toolcrib.model.receipt import Receipt
    from toolcrib.verify.plan import Job

_MINUTE = 60
_OTHER_LINES = 8
"""Lines of a terminal that are not for what runs: the bar, the pace, the counts, some wrapped."""


class Pace(msgspec.Struct, frozen=True, kw_only=True):
    """How far the runs are; `seconds` have gone by."""

    done: int
    running: int
    waiting: int
    seconds: float

    @property
    def line(self) -> str:
        """Return it in words: `12 of 90 done, 2 running, 76 waiting, 8.1 runs/s, 10 s left`."""
        total = self.done + self.running + self.waiting
        parts = [f"{self.done} of {total} done", f"{self.running} running"]
        if self.waiting:
            parts.append(f"{self.waiting} waiting")
        if self.done and self.seconds > 0:
            rate = self.done / self.seconds
            parts.append(f"{rate:.1f} runs/s")
            parts.append(f"{duration((self.running + self.waiting) / rate)} left")
        return ", ".join(parts)


def duration(seconds: float) -> str:
    """Return a duration as people say it: `8 s`, `3 min 20 s`."""
    minutes, rest = divmod(round(seconds), _MINUTE)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def word(receipt: Receipt) -> str:
    """Return the word for what a run showed."""
    never_ran = receipt.outcome in SAYS_NOTHING or receipt.outcome is Outcome.CANNOT_INSTALL
    if not receipt.blocked or never_ran:
        return str(receipt.outcome)
    return "needs its module" if receipt.is_good else f"{receipt.outcome} WITHOUT its module"


def with_progress(verification: Verification) -> Generator[Receipt]:
    """Do the runs and yield their receipts, and tell on stderr how it goes on."""
    if sys.stderr.isatty():
        yield from _watched(verification)
        return
    total = len(verification.plan.jobs)
    for number, (job, receipt) in enumerate(verification.run(), 1):
        for line in verification.heavy.news():
            talk(line)
        talk(f"[{number:{len(str(total))}}/{total}] {word(receipt)}: {job.label}")
        yield receipt


def _watched(verification: Verification) -> Generator[Receipt]:
    from rich.console import Console
    from rich.live import Live

    started = time.monotonic()
    counts: Counter[str] = Counter()
    console = Console(stderr=True)
    # No thread of its own: runs are forked from a process with one thread.
    with Live(console=console, auto_refresh=False, transient=True) as live:

        def show() -> None:
            room = max(1, console.size.height - _OTHER_LINES)
            live.update(_table(verification, counts, started, room), refresh=True)

        for job, receipt in verification.run(idle=show):
            counts[word(receipt)] += 1
            for line in verification.heavy.news():
                console.print(plain(line), markup=False, highlight=False)
            if not receipt.is_good:
                console.print(plain(f"{word(receipt)}: {job.label}"), markup=False, highlight=False)
            show()
            yield receipt


def _table(
    verification: Verification, counts: Counter[str], started: float, room: int
) -> RenderableType:
    from rich.progress_bar import ProgressBar
    from rich.table import Table
    from rich.text import Text

    now, queue = time.monotonic(), verification.queue
    pace = Pace(
        done=counts.total(),
        running=len(queue.running),
        waiting=len(queue),
        seconds=now - started,
    )
    table = Table.grid(padding=(0, 2))
    table.add_row(ProgressBar(total=len(verification.plan.jobs), completed=pace.done), "")
    for line in (pace.line, ", ".join(f"{n} {w}" for w, n in counts.most_common())):
        if line:
            table.add_row(Text(line), "")
    for label, seconds in running(queue.running.values(), now, room):
        table.add_row(Text(label, style="dim"), Text(seconds, style="dim"))
    return table


def running(runs: Iterable[tuple[Job, float]], now: float, room: int) -> list[tuple[str, str]]:
    """Return what runs and for how long, in so many lines at most: the rest is a number."""
    lines = [(plain(job.label), duration(now - since)) for job, since in runs]
    if len(lines) <= room:
        return lines
    shown = lines[: room - 1]
    return [*shown, (f"and {len(lines) - len(shown)} more", "")]
