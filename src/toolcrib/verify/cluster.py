"""Runs on other machines, through Dask: it decides where and when, and tries lost ones again.

What stands here is how many runs are sent ahead, and that a run which no worker can do is told
and not waited for. Facts of Dask are those of dask.distributed ("Worker Resources", "Resilience",
`Client`).
"""

import contextlib
import logging
import queue
import time
import warnings
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

import msgspec

from toolcrib.errors import RefusedError, ToolcribError
from toolcrib.verify.pool import ChildFaultError
from toolcrib.verify.resources import lacking, places

if TYPE_CHECKING:
    from distributed import Client, Future

J = TypeVar("J")

_LOOK_SECONDS = 1.0
_GATHER_SECONDS = 10.0
_AHEAD = 2
"""Runs sent for each place that can do them: one at work, and one that lies ready.

Dask counts all that lie with a lost worker as perhaps guilty of its end; so few should lie there.
"""


class Errand(msgspec.Struct, Generic[J], frozen=True):
    """What workers are asked to do: `work`, a function of a module that they have installed.

    For each job, `needs` says what a worker must offer, and `parcel` is what `work` gets.
    """

    work: Callable[[bytes], bytes]
    needs: Callable[[J], frozenset[str]]
    parcel: Callable[[J], bytes]


def run_there(
    scheduler: str,
    errand: Errand[J],
    jobs: Iterable[J],
    patience: float,
    idle: Callable[[], None] | None = None,
) -> Generator[tuple[J, bytes | ChildFaultError | RefusedError], None, None]:
    """Do an errand for each job on a cluster's workers, and yield the answers as they come.

    When the caller stops iterating, what is not done yet is cancelled.

    Args:
        scheduler: The address of Dask's scheduler.
        errand: What is to be done.
        jobs: The jobs; the iterator is asked again after an answer, even if it was empty before.
        patience: How many seconds to wait for the scheduler, and for a worker that can do a job;
            after them the job is answered by a refusal.
        idle: Called now and then while nothing comes in.

    Raises:
        ToolcribError: Dask is not installed, the scheduler does not answer or is gone, or no
            worker is connected.
    """
    client = _client(scheduler, patience)
    dispatch = _Dispatch(client, errand, iter(jobs), patience)
    try:
        yield from dispatch.answers(idle or _nothing)
    finally:
        dispatch.cancel()
        client.close()


def _nothing() -> None:
    """Do what there is to do while nothing comes in, where nobody has a wish."""


def _client(scheduler: str, patience: float) -> "Client":
    try:
        from distributed import Client
        from distributed.versions import VersionMismatchWarning
    except ImportError as fault:
        message = "other machines are reached through dask.distributed, which is not installed"
        raise ToolcribError(message, "pip install 'toolcrib[cluster]'") from fault
    _silence(VersionMismatchWarning)
    try:
        return Client(scheduler, timeout=patience, set_as_default=False)
    except (OSError, ValueError, TypeError) as fault:
        message = f"no scheduler answers at {scheduler}: {fault}"
        raise ToolcribError(message, "start one with: dask scheduler") from fault


def _silence(mismatch: type[Warning]) -> None:
    """Let Dask write nothing itself: what matters is told by us, with controls made visible."""
    warnings.simplefilter("ignore", mismatch)
    for name in list(logging.Logger.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


class _Dispatch(Generic[J]):
    """The jobs of one errand: which wait, which are sent, and what the workers offer."""

    def __init__(
        self, client: "Client", errand: Errand[J], jobs: Iterator[J], patience: float
    ) -> None:
        self._client = client
        self._errand = errand
        self._patience = patience
        self._jobs = jobs
        self._waiting: dict[frozenset[str], deque[J]] = {}
        self._running: dict[Future[bytes], tuple[frozenset[str], J]] = {}
        self._ended: queue.SimpleQueue[Future[bytes]] = queue.SimpleQueue()
        self._offers: list[dict[str, float]] = []
        self._next_look = 0.0
        self._lacking_since: dict[frozenset[str], float] = {}

    def answers(
        self, idle: Callable[[], None]
    ) -> Iterator[tuple[J, bytes | ChildFaultError | RefusedError]]:
        while self._take() or self._running:
            now = time.monotonic()
            if now >= self._next_look:
                self._look(now)
                yield from self._given_up(now)
            self._send()
            try:
                future = self._ended.get(timeout=max(0.0, self._next_look - now))
            except queue.Empty:
                idle()
            else:
                yield from self._answer(future)

    def _take(self) -> bool:
        """Take the jobs that there are now, and tell whether any waits."""
        for job in self._jobs:
            self._waiting.setdefault(self._errand.needs(job), deque()).append(job)
        return any(self._waiting.values())

    def cancel(self) -> None:
        if self._running and self._client.status == "running":
            with contextlib.suppress(OSError):
                self._client.cancel(list(self._running))

    def _look(self, now: float) -> None:
        """Ask the scheduler what the workers offer now."""
        self._next_look = now + _LOOK_SECONDS
        try:
            workers = self._client.scheduler_info(n_workers=-1)["workers"].values()
        except OSError as fault:
            raise self._gone() from fault
        self._offers = [worker["resources"] for worker in workers]
        wanted = {needs for needs, jobs in self._waiting.items() if jobs}
        wanted |= {needs for needs, _ in self._running.values()}
        absent = {needs for needs in wanted if not places(needs, self._offers)}
        self._lacking_since = {needs: self._lacking_since.get(needs, now) for needs in absent}

    def _given_up(self, now: float) -> Iterator[tuple[J, RefusedError]]:
        """Yield the jobs that no worker could do for too long."""
        mend = f"`crib doctor --worker {self._client.scheduler.address}` prints what starts one"
        for needs, since in self._lacking_since.items():
            if now - since < self._patience:
                continue
            if not self._offers:
                raise ToolcribError("no worker is connected to the scheduler", mend)
            sent = [future for future, (of, _) in self._running.items() if of == needs]
            self._client.cancel(sent)
            jobs = [self._running.pop(future)[1] for future in sent]
            waiting = self._waiting.pop(needs, ())
            for job in (*jobs, *waiting):
                yield job, RefusedError(lacking(needs, self._offers), mend)

    def _send(self) -> None:
        sent = Counter(needs for needs, _ in self._running.values())
        for needs, jobs in self._waiting.items():
            room = _AHEAD * places(needs, self._offers) - sent[needs]
            for _ in range(min(room, len(jobs))):
                job = jobs.popleft()
                future = self._client.submit(
                    self._errand.work,
                    self._errand.parcel(job),
                    resources=dict.fromkeys(needs, 1),
                    pure=False,
                )
                self._running[future] = (needs, job)
                future.add_done_callback(self._ended.put)

    def _answer(self, future: "Future[bytes]") -> Iterator[tuple[J, bytes | ChildFaultError]]:
        if future not in self._running:
            return
        if future.status == "cancelled":
            raise self._gone()
        answer: bytes | ChildFaultError
        try:
            if future.status == "error":
                fault = future.exception(timeout=_GATHER_SECONDS)
                answer = ChildFaultError(f"{type(fault).__name__}: {fault}", "")
            else:
                answer = future.result(timeout=_GATHER_SECONDS)
        except TimeoutError:
            # Its worker was lost with the answer: Dask has the run done again.
            future.add_done_callback(self._ended.put)
            return
        yield self._running.pop(future)[1], answer

    def _gone(self) -> ToolcribError:
        message = f"the scheduler at {self._client.scheduler.address} is gone"
        return ToolcribError(message, "what came back is kept; start it, then run the same again")
