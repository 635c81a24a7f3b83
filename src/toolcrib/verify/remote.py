"""A run for somebody on another machine: what travels there and back, and how it is done here.

Environments, templates and interpreters are those of the machine that does it.
"""

import contextlib
import fcntl
import platform
from collections.abc import Generator
from pathlib import Path

import msgspec

from toolcrib import __version__
from toolcrib.errors import RefusedError, ToolcribError, UsageError
from toolcrib.model.receipt import Cell, Lock
from toolcrib.model.task import Solution, Task, TaskFiles
from toolcrib.model.value import Value
from toolcrib.verify.bench import Bench, bench, interpreters_named, make_order
from toolcrib.verify.holder import SLOTS
from toolcrib.verify.job import Done, Order, do
from toolcrib.verify.pool import ChildFaultError, run_all
from toolcrib.verify.pyodide import NAME as PYODIDE
from toolcrib.verify.resources import needed
from toolcrib.verify.room import Interpreter
from toolcrib.verify.sdists import Fetch


class Wanted(Value, frozen=True, kw_only=True):
    """A run that is wanted, wherever: no path, and nothing else of one machine.

    `cell` says on which Python, `system` is the name of a root file system (none: as in `bench`),
    `blocked` are the import names that are barred.
    """

    task: Task
    solution: Solution
    files: TaskFiles
    cell: Cell
    system: str = ""
    blocked: tuple[str, ...] = ()
    lock: Lock | None = None
    hash_seed: int = 0

    @property
    def needs(self) -> frozenset[str]:
        """What a worker must offer for it, see `resources`."""
        return needed(self.task, self.cell)


class Parcel(Value, frozen=True, kw_only=True):
    """What is wanted, on its way; it is opened only by the toolcrib that packed it."""

    toolcrib: str
    wanted: msgspec.Raw


class Answer(Value, frozen=True, kw_only=True):
    """What came of a parcel: a run, or why there was none.

    `refused` says that the machine cannot do it; else it is a fault, of it or of ours.
    """

    done: Done | None = None
    fault: str = ""
    hint: str = ""
    refused: bool = False


def packed(wanted: Wanted) -> bytes:
    """Return what is wanted as it travels."""
    raw = msgspec.Raw(msgspec.json.encode(wanted))
    return msgspec.json.encode(Parcel(toolcrib=__version__, wanted=raw))


def opened(answer: bytes) -> Done | ChildFaultError | RefusedError:
    """Return what an answer says."""
    read = msgspec.json.decode(answer, type=Answer)
    if read.done:
        return read.done
    return (RefusedError if read.refused else ChildFaultError)(read.fault, read.hint)


def fulfilled(parcel: bytes, cache: Path, fetch: Fetch) -> bytes:
    """Do what a parcel wants, with this machine's means, and return the answer.

    Call it in a process with a single thread. Faults are answers.
    """
    here = platform.node()
    try:
        answer = _fulfilled(parcel, cache, fetch)
    except (ToolcribError, ChildFaultError) as fault:
        refused = isinstance(fault, RefusedError | UsageError)
        answer = Answer(fault=f"{here}: {fault}", hint=fault.hint, refused=refused)
    except (OSError, msgspec.MsgspecError) as fault:
        answer = Answer(fault=f"{here}: {type(fault).__name__}: {fault}")
    return msgspec.json.encode(answer)


def _fulfilled(parcel: bytes, cache: Path, fetch: Fetch) -> Answer:
    received = msgspec.json.decode(parcel, type=Parcel)
    if received.toolcrib != __version__:
        message = f"the worker has toolcrib {__version__}, the caller {received.toolcrib}"
        raise RefusedError(message, "install the same on both")
    wanted = msgspec.json.decode(received.wanted, type=Wanted)
    where = bench(cache, wanted.system)
    name = PYODIDE if wanted.cell.in_browser else wanted.cell.python
    (interpreter,) = interpreters_named(where, (name,))
    if interpreter.cell != wanted.cell:
        message = f"it has {interpreter.name}, and {wanted.cell.python} is wanted"
        raise RefusedError(message, "install the same on both")
    order = ordered(wanted, where, interpreter)
    with _own_slot(cache) as slot:
        # A process of its own for the run: what it leaves behind is ended with it.
        for _, answer in run_all([order], lambda job, _: do(job, slot, fetch), 1):
            if isinstance(answer, ChildFaultError):
                raise answer
            done = msgspec.json.decode(answer, type=Done)
            return Answer(done=where.stated(done, order.interpreter))
    raise AssertionError


def ordered(wanted: Wanted, where: Bench, interpreter: Interpreter) -> Order:
    """Return the order that has what is wanted done on a bench.

    Raises:
        RefusedError: A system package is missing, or a service could not prepare its data.
    """
    order = make_order(where, wanted.task, wanted.solution, wanted.files, interpreter)
    return msgspec.structs.replace(
        order, blocked=wanted.blocked, lock=wanted.lock, hash_seed=wanted.hash_seed
    )


@contextlib.contextmanager
def _own_slot(cache: Path) -> Generator[int]:
    """Hold the number of a slot that no other run for somebody has on this machine.

    They are taken from the last on: a verification of this machine's own begins with the first.
    """
    folder = cache / "slots"
    folder.mkdir(exist_ok=True)
    for slot in reversed(range(SLOTS)):
        with (folder / str(slot)).open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield slot
            return
    message = f"{SLOTS} runs are at work on this machine"
    raise ToolcribError(message, "start fewer workers")
