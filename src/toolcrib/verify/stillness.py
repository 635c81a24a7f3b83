"""Whether a program waits: for a key, a request, a message; told from outside, by what it does."""

from pathlib import Path

from toolcrib.verify import kernel
from toolcrib.verify.sandbox import RUNNER

_FIELDS = ("State:", "voluntary_ctxt_switches:", "nonvoluntary_ctxt_switches:")
_ASLEEP = "S"


class Stillness:
    """For how many looks in a row no thread of a solution has run.

    Between two looks it must not even have been woken (proc(5), `voluntary_ctxt_switches`), so a
    machine that is slow or busy is not taken for a program that waits.
    """

    def __init__(self, runner: int) -> None:
        """Take the first process of the solution's room, which is its runner."""
        self._runner = runner
        self._before: frozenset[tuple[str, ...]] = frozenset()
        self._count = 0

    def looks(self) -> int:
        """Look, and return how many looks it has been still for; the first one cannot tell."""
        now = frozenset(_threads(self._runner))
        asleep = bool(now) and all(_ASLEEP in thread for thread in now)
        self._count = self._count + 1 if asleep and now == self._before else 0
        self._before = now
        return self._count


def programs_of(runner: int) -> list[int]:
    """Return the processes that a runner waits for, without those of the devices that we play."""
    return [child for child in kernel.children(runner) if not _is_device(child)]


def _is_device(process: int) -> bool:
    try:
        return f"{RUNNER}/".encode() in Path(f"/proc/{process}/cmdline").read_bytes()
    except OSError:
        return False


def _threads(runner: int) -> list[tuple[str, ...]]:
    """Return each thread of the solution: where it is, its state, how often it was switched."""
    waiting = programs_of(runner)
    threads = []
    while waiting:
        process = waiting.pop()
        waiting += kernel.children(process)
        threads += [_thread(path) for path in Path(f"/proc/{process}/task").glob("*/status")]
    return threads


def _thread(path: Path) -> tuple[str, ...]:
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    return (str(path), *(line.split()[1] for line in lines if line.startswith(_FIELDS)))
