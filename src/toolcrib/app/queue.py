"""The runs that wait: made ready one by one, and joined by those that have to be made again."""

import time
from collections import deque
from collections.abc import Callable

import msgspec

from toolcrib.errors import RefusedError
from toolcrib.model.receipt import Cell
from toolcrib.model.value import Value
from toolcrib.verify.job import Done
from toolcrib.verify.plan import Job
from toolcrib.verify.remote import Wanted
from toolcrib.verify.trial import verdict

Key = tuple[str, str, Cell, bool]


class Skipped(Value, frozen=True, kw_only=True):
    """A job that this machine, or no worker of the cluster, can do, and why."""

    job: Job
    reason: str
    mend: str


class Queue:
    """An iterator over what is to be run next; it may go on after it was empty.

    `running` holds what was handed out and not yet answered, with the time since when; `skipped`
    what this machine cannot do.
    """

    def __init__(
        self, jobs: tuple[Job, ...], wanted: Callable[[Job], Wanted], *, twice: bool = False
    ) -> None:
        """Take the jobs, and what says what each wants; `twice` is for what passes, too."""
        self._waiting = deque(jobs)
        self._wanted = wanted
        self._twice = twice
        self._runs: dict[Key, tuple[Done, ...]] = {}
        self.running: dict[Key, tuple[Job, float]] = {}
        self.skipped: list[Skipped] = []

    def __iter__(self) -> "Queue":
        """Return itself."""
        return self

    def __next__(self) -> tuple[Job, Wanted]:
        """Make the next run ready."""
        while self._waiting:
            job = self._waiting.popleft()
            try:
                wanted = self._wanted(job)
            except RefusedError as fault:
                self.refused(job, fault)
                continue
            self.running[job.key] = (job, time.monotonic())
            # Another hash seed each time: an output that hangs on it shows.
            return job, msgspec.structs.replace(wanted, hash_seed=len(self._runs.get(job.key, ())))
        raise StopIteration

    def __len__(self) -> int:
        """Return how many runs wait."""
        return len(self._waiting)

    def needs_environment_of(self, job: Job) -> bool:
        """Tell whether a run that waits or is under way has the same environment as a job's."""
        others = (*self._waiting, *(other for other, _ in self.running.values()))
        return any(_environment(other) == _environment(job) for other in others)

    def refused(self, job: Job, fault: RefusedError) -> None:
        """Take that a job cannot be done, whether it was handed out already or not."""
        self.running.pop(job.key, None)
        self.skipped.append(Skipped(job=job, reason=str(fault), mend=fault.hint))

    def answered(self, job: Job, done: Done) -> Done | None:
        """Take what came of a run; return what holds of the job, or None if it is run again."""
        self.running.pop(job.key, None)
        runs = (*self._runs.pop(job.key, ()), done)
        sure = verdict(runs, blocked=job.blocked, twice=self._twice)
        if sure is None:
            self._runs[job.key] = runs
            self._waiting.appendleft(job)
        return sure


def _environment(job: Job) -> tuple[object, ...]:
    solution = job.solution
    return (solution.dependencies, solution.overrides, solution.build, job.interpreter)
