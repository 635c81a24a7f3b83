"""Who answers a question: what is kept of the last time, a process, or the server itself."""

import asyncio  # noqa: TID253 -- nothing but the server imports this
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.concurrency import run_in_threadpool

from toolcrib.errors import ContentError
from toolcrib.web.serving.faults import fault_json
from toolcrib.web.serving.kept import Content, Kept
from toolcrib.web.serving.processes import Processes, UnansweredError
from toolcrib.web.serving.questions import Made, Question, made, warm
from toolcrib.web.site import Site

_ANSWERS = 16 * 1024 * 1024
"""Bytes of answers that are kept."""
WAITING = 256
"""Questions that wait at most, a second's work or less; who asks one more is told to come back."""
BUSY = 503
_LOG = logging.getLogger("uvicorn.error")


class Asking:
    """Answers questions, each once for all who ask it at the same time."""

    def __init__(self, site: Site, processes: Processes | None = None) -> None:
        """Take the site and, where there are some, the processes that answer."""
        self._site = site
        self._processes = processes
        self._kept = Kept(_ANSWERS)
        self._asked: dict[Question, asyncio.Task[Made]] = {}
        self._checks: set[asyncio.Task[Made]] = set()

    async def answer(self, question: Question) -> Made:
        """Return the answer, made now or kept; with the status `BUSY` where too many wait."""
        if question.lasting and (content := self._kept.found(question)):
            return Made(content=content)
        if self._processes is None:
            return self._keep(question, made(self._site, question))
        task = self._asked.get(question)
        if task is None:
            if len(self._asked) >= WAITING:
                return _later("too many questions at once")
            task = asyncio.create_task(self._ask(question))
            self._asked[question] = task
        # One who goes away does not take the answer from the others.
        return await asyncio.shield(task)

    async def check(self, question: Question) -> Made:
        """Return the answer to a question that takes long, and is kept for nobody."""
        task = asyncio.create_task(self._check(question))
        self._checks.add(task)
        task.add_done_callback(self._checks.discard)
        return await asyncio.shield(task)

    async def end(self) -> None:
        """Give up what is still asked."""
        tasks = (*self._asked.values(), *self._checks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, question: Question) -> Made:
        try:
            answer = await self._by_process(question)
            return self._keep(question, answer or made(self._site, question))
        finally:
            del self._asked[question]

    async def _check(self, question: Question) -> Made:
        answer = await self._by_process(question, beside=True)
        if answer is None:
            return await run_in_threadpool(made, self._site, question)
        return answer

    async def _by_process(self, question: Question, *, beside: bool = False) -> Made | None:
        """Return the answer of a process; nothing where the server has to answer itself."""
        if self._processes is None:
            return None
        try:
            return await self._processes.answer(question, beside=beside)
        except ContentError:
            # The catalog has changed since, and its bundle is gone; here it is still open.
            return None
        except UnansweredError:
            return _later("no process has answered")

    def _keep(self, question: Question, answer: Made) -> Made:
        if answer.lasting:
            self._kept.keep(question, answer.content)
        return answer


@asynccontextmanager
async def asking(site: Site, processes: Processes | None) -> AsyncIterator[Asking]:
    """Answer questions, by processes where there are some that start, until the end of the block.

    Processes end with the event loop.
    """
    if processes is not None and not await processes.start():
        _LOG.warning("questions are answered by one process alone: no other starts")
        processes = None
    if processes is None:
        warm(site)
    answering = Asking(site, processes)
    looking = asyncio.create_task(processes.look_after()) if processes else None
    try:
        yield answering
    finally:
        if looking:
            looking.cancel()
        await answering.end()


def _later(error: str) -> Made:
    content = Content(plain=fault_json(error, "ask again in a moment"))
    return Made(content=content, status=BUSY, after=1)
