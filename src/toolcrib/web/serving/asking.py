"""Who answers a question: what is kept of the last time, a process, or the server itself."""

import asyncio  # noqa: TID253 -- nothing but the server imports this
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

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


class Asking:
    """Answers questions, each once for all who ask it at the same time."""

    def __init__(self, site: Site, processes: Processes | None = None) -> None:
        """Take the site and, where there are some, the processes that answer."""
        self._site = site
        self._processes = processes
        self._kept = Kept(_ANSWERS)
        self._asked: dict[Question, asyncio.Task[Made]] = {}

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
            task = asyncio.create_task(self._ask(self._processes, question))
            self._asked[question] = task
        # One who goes away does not take the answer from the others.
        return await asyncio.shield(task)

    async def end(self) -> None:
        """Give up what is still asked."""
        tasks = tuple(self._asked.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _ask(self, processes: Processes, question: Question) -> Made:
        try:
            return self._keep(question, await processes.answer(question))
        except ContentError:
            # The catalog has changed since, and its bundle is gone; here it is still open.
            return self._keep(question, made(self._site, question))
        except UnansweredError:
            return _later("no process has answered")
        finally:
            del self._asked[question]

    def _keep(self, question: Question, answer: Made) -> Made:
        if answer.lasting:
            self._kept.keep(question, answer.content)
        return answer


@asynccontextmanager
async def asking(site: Site, processes: Processes | None) -> AsyncIterator[Asking]:
    """Answer questions, by processes where there are some that start, until the end of the block.

    Processes end with the event loop.
    """
    if processes is None or not await processes.start():
        warm(site)
        yield Asking(site)
        return
    answering = Asking(site, processes)
    looking = asyncio.create_task(processes.look_after())
    try:
        yield answering
    finally:
        looking.cancel()
        await answering.end()


def _later(error: str) -> Made:
    content = Content(plain=fault_json(error, "ask again in a moment"))
    return Made(content=content, status=BUSY, after=1)
