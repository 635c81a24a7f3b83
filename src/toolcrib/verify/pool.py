"""Runs at the same time, each in a process of its own with a single thread.

The caller's process has one thread too: it forks a child for each run and waits for their
answers, so nothing can die with a thread, and whoever calls is the only one who writes.
"""

import contextlib
import gc
import itertools
import os
import selectors
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Generic, NoReturn, TypeVar

from toolcrib.errors import ToolcribError
from toolcrib.verify import kernel
from toolcrib.verify.leaf import remove_leaves, sweep_leaves

J = TypeVar("J")

_GRACE_SECONDS = 3.0
_IDLE_SECONDS = 0.5
_BLOCK = 65536
_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class ChildFaultError(Exception):
    """A child ended without an answer: a fault of ours or of the machine, not of what it ran."""

    def __init__(self, message: str, hint: str) -> None:
        """Take what is wrong, and what to do."""
        super().__init__(message)
        self.hint = hint or "crib doctor"


class _Ended(BaseException):
    """Raised in a child that is told to end, so that it clears up on its way out."""


def run_all(
    jobs: Iterable[J],
    work: Callable[[J, int], bytes],
    workers: int,
    idle: Callable[[], None] | None = None,
) -> Generator[tuple[J, bytes | ChildFaultError], None, None]:
    """Do some work for each job, `workers` at a time, and yield the answers as they come.

    When the caller stops iterating, what runs is ended and waited for.

    Args:
        jobs: The jobs. They are taken when there is room for one; the iterator is asked again after
            an answer, even if it was empty before.
        work: Gets a job and the number of its slot; it may change namespaces and identity of its
            process.
        workers: How many jobs at a time.
        idle: Called now and then while nothing comes in.
    """
    # Found out before anybody is forked, so that all have the same answer.
    sweep_leaves()
    waiting = iter(jobs)
    running: dict[int, _Child[J]] = {}
    free = list(range(workers - 1, -1, -1))
    selector = selectors.DefaultSelector()
    try:
        while True:
            for job in itertools.islice(waiting, len(free)):
                with _undisturbed():
                    child = _Child(job, work, free.pop())
                    running[child.pipe] = child
                selector.register(child.pipe, selectors.EVENT_READ)
            if not running:
                return
            ready = selector.select(_IDLE_SECONDS if idle else None)
            if idle and not ready:
                idle()
            for key, _ in ready:
                child = running[key.fd]
                if child.read():
                    continue
                selector.unregister(key.fd)
                del running[key.fd]
                free.append(child.slot)
                yield child.job, child.answer()
    finally:
        selector.close()
        _end(list(running.values()))


def run_one(job: J, work: Callable[[J, int], bytes]) -> bytes:
    """Do the work of one job in a process of its own.

    Raises:
        ToolcribError: The child ended without an answer.
    """
    for _, answer in run_all([job], work, 1):
        if isinstance(answer, ChildFaultError):
            raise ToolcribError(str(answer), answer.hint)
        return answer
    raise AssertionError


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Put signals off while a child is made: none may hit one that is not yet in order."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Child(Generic[J]):
    """A forked process that does one job and answers through a pipe."""

    def __init__(self, job: J, work: Callable[[J, int], bytes], slot: int) -> None:
        self.job = job
        self.slot = slot
        self._answer = bytearray()
        self.pipe, write = os.pipe()
        sys.stdout.flush()
        sys.stderr.flush()
        parent = kernel.this_process()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self.pipe)
            _be_child(job, work, slot, parent, write)
        os.close(parent)
        os.close(write)

    def read(self) -> bool:
        data = os.read(self.pipe, _BLOCK)
        self._answer += data
        return bool(data)

    def answer(self) -> bytes | ChildFaultError:
        os.close(self.pipe)
        _, status = os.waitpid(self.pid, 0)
        remove_leaves(self.pid)
        code = os.waitstatus_to_exitcode(status)
        text = bytes(self._answer)
        if code == 0:
            return text
        message, _, hint = text.decode("utf-8", "replace").partition("\0")
        return ChildFaultError(message or f"a run's process ended: {code}", hint)


def _be_child(
    job: J, work: Callable[[J, int], bytes], slot: int, parent: int, pipe: int
) -> NoReturn:
    """Do the job and end; never returns into the caller's code."""
    code = 1
    try:
        # It is short, and looking for garbage would copy the caller's memory.
        gc.disable()
        kernel.die_with(parent)
        kernel.adopt_orphans()
        # Ctrl-C goes to the whole group; the caller decides what is to end.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGTERM, _raise_ended)
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
        _write(pipe, work(job, slot))
        code = 0
    except ToolcribError as fault:
        _write(pipe, f"{fault}\0{fault.hint}".encode())
    except Exception as fault:  # noqa: BLE001 -- whatever it was, the caller must hear of it
        _write(pipe, f"{type(fault).__name__}: {fault}".encode())
    except _Ended:
        code = 2
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        _end_descendants()
        os._exit(code)


def _end_descendants() -> None:
    """End and reap whatever is left below this process, in whatever state a signal found it."""
    while children := kernel.children(os.getpid()):
        for child in children:
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(-1, 0)


def _raise_ended(_number: int, _frame: object) -> NoReturn:
    raise _Ended


def _write(pipe: int, data: bytes) -> None:
    while data:
        data = data[os.write(pipe, data) :]


def _end(children: list[_Child[J]]) -> None:
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child.pid, signal.SIGTERM)
    deadline = time.monotonic() + _GRACE_SECONDS
    for child in children:
        while os.waitpid(child.pid, os.WNOHANG) == (0, 0):
            if time.monotonic() > deadline:
                os.kill(child.pid, signal.SIGKILL)
            time.sleep(0.01)
        remove_leaves(child.pid)
        os.close(child.pipe)
