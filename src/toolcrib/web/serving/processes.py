"""Processes that answer questions beside the server's own, so that all cores rank.

Each opens the bundle for itself and sends back the bytes of an answer. anyio starts them, hands
them work, and ends them with the event loop; when the server is killed, they see the end of its
pipe.
"""

import asyncio  # noqa: TID253 -- nothing but the server imports this
import gc
import os
import signal
import traceback
from functools import cache

from anyio import BrokenWorkerProcess, CapacityLimiter, to_process

from toolcrib.app.settings import name_catalogs
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import ContentError
from toolcrib.model.value import Value
from toolcrib.web.serving.questions import Made, Question, made, warm
from toolcrib.web.site import Site

MOST = 8
"""Processes where nobody says how many; each has about 60 MB."""
BESIDE = 2
"""Processes more, so that so many things that take long keep nobody waiting."""
_ATTEMPTS, _PAUSE = 3, 0.05
"""Processes that may die of one question before nobody tries it any more; seconds between them."""
_LOOK = 60
"""Seconds from one look after the processes to the next; anyio ends one that idles for 300."""


class Source(Value, frozen=True, kw_only=True):
    """What a process answers from: the path of the bundle, and the site's absolute address.

    `catalogs` are those that the command line names.
    """

    bundle: str
    url: str = ""
    catalogs: tuple[str, ...] = ()


class UnansweredError(Exception):
    """No process has answered."""


def usual() -> int:
    """Return how many processes there are where nobody says: one for each core, to a limit."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, MOST)


class Processes:
    """A number of processes; one that dies is replaced."""

    def __init__(self, source: Source, count: int) -> None:
        """Take what they answer from, and how many of them answer questions at the same time."""
        self._source = source
        self._count = count
        self._free = CapacityLimiter(count)
        self._beside = CapacityLimiter(BESIDE)

    async def start(self) -> bool:
        """Start all, have them read what most answers take, and tell whether one is ready.

        One that started later would take the time of those that answer.
        """
        limiters = [self._free] * self._count + [self._beside] * BESIDE
        return any(await asyncio.gather(*map(self._ready, limiters)))

    async def look_after(self) -> None:
        """Replace, again and again, those that have died, before somebody has to wait for that."""
        while True:
            await asyncio.sleep(_LOOK)
            await self.start()

    async def answer(self, question: Question, *, beside: bool = False) -> Made:
        """Have one of them answer; where it dies of that, another one.

        What takes long is done `beside` the others, so that no quick one waits for it.

        Raises:
            ContentError: A new process does not find the bundle any more.
            UnansweredError: They die, or do not start.
        """
        limiter = self._beside if beside else self._free
        for _ in range(_ATTEMPTS):
            try:
                # Who gives up ends the process: the server does, when it has to end.
                return await to_process.run_sync(
                    _answer, self._source, question, limiter=limiter, cancellable=True
                )
            except (BrokenWorkerProcess, OSError):
                # Others may have died with it; in a moment it is known which.
                await asyncio.sleep(_PAUSE)
        raise UnansweredError

    async def _ready(self, limiter: CapacityLimiter) -> bool:
        # Ctrl-C comes to all processes of a terminal, and to one that is just starting, too.
        try:
            await to_process.run_sync(_site, self._source, limiter=limiter)
        except (BrokenWorkerProcess, OSError, ContentError, KeyboardInterrupt):
            return False
        return True


# What follows runs in the processes.


def _answer(source: Source, question: Question) -> Made:
    try:
        return made(_opened(source), question)
    except Exception as fault:
        # A fault that goes from process to process leaves its traceback behind.
        fault.add_note(traceback.format_exc())
        raise


def _site(source: Source) -> None:
    _opened(source)


@cache
def _opened(source: Source) -> Site:
    # The server alone is told to end, and ends the others when the last question is answered.
    for each in (signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_IGN)
    name_catalogs(source.catalogs)
    site = Site(Bundle(source.bundle), root=source.url)
    warm(site)
    # What was read by now stays; to look through it for cycles again would cost each question.
    gc.collect()
    gc.freeze()
    return site
