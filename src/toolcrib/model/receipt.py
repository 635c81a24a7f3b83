"""The written record of one run."""

from datetime import datetime
from enum import StrEnum

from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value
from toolcrib.model.version import version_number


class Outcome(StrEnum):
    """How a run ended."""

    PASSED = "passed"
    WRONG_OUTPUT = "wrong output"
    FAILED = "failed"
    TIMED_OUT = "timed out"
    OUT_OF_MEMORY = "out of memory"
    TOO_MUCH_OUTPUT = "too much output"
    CANNOT_INSTALL = "cannot install"
    SERVICE_FAILED = "service failed"
    REFUSED = "refused"
    SKIPPED = "skipped"
    FLAKY = "flaky"
    OUR_FAULT = "our fault"


class Grade(StrEnum):
    """How closed the room of a run was, from the tightest to none."""

    FULL = "full"
    NO_CGROUP = "no-cgroup"
    HOST = "host"
    PRIVILEGED = "privileged"
    CONTAINER = "container"
    PLAIN = "plain"
    UNSAFE = "unsafe"


CLOSED = frozenset({Grade.FULL, Grade.NO_CGROUP, Grade.HOST})
"""Grades of a pod: no way out, nothing of the host to write to. """

PROVING = CLOSED | {Grade.PRIVILEGED}
"""Grades that a proof may rest on: a privileged room is as closed, but more of the kernel is within
reach of what runs beside the solution, so that it is shown with the proof."""


class Nature(StrEnum):
    """What a service is: the thing itself, somebody's stand-in for it, or ours."""

    REAL = "real"
    EMULATOR = "emulator"
    SIMULATED = "simulated"


SAYS_NOTHING = frozenset(
    {Outcome.OUR_FAULT, Outcome.SERVICE_FAILED, Outcome.REFUSED, Outcome.SKIPPED}
)
"""Outcomes that tell of the machine or of the run, and nothing of the solution."""

BARRED, NOT_BARRED = "barred", "never asked for its module"
"""The reasons of a run with a blocked module: whether the bar was ever hit."""


class ServiceFact(Value, frozen=True, kw_only=True):
    """A service as it was in a run."""

    name: str
    nature: Nature
    version: str


NATIVE, EMSCRIPTEN = "linux-x86_64", "emscripten-wasm32"
"""Platforms: that of this machine, and that of a browser, as Pyodide has it (PEP 776)."""


class Cell(Value, frozen=True, kw_only=True):
    """Where a run took place: one cell of the evidence."""

    python: str
    implementation: str = "cpython"
    platform: str = NATIVE

    @property
    def in_browser(self) -> bool:
        """Whether it is that of a browser."""
        return self.platform == EMSCRIPTEN

    @property
    def order(self) -> tuple[bool, tuple[int, ...]]:
        """A key that sorts by version, with the browser after all others."""
        return self.in_browser, version_number(self.python)

    @property
    def name(self) -> str:
        """A name for people: `3.12`, or `Pyodide 3.14`."""
        return f"Pyodide {self.python}" if self.in_browser else self.python


class Receipt(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One run: what was run, where, and how it ended; sizes and memory in bytes.

    A `blocked` run had the solution's module barred from import: it must have hit the bar, and
    failed.
    """

    task: str
    solution: str
    module: ModuleId
    source: str
    cell: Cell
    full_python: str
    outcome: Outcome
    grade: Grade
    when: datetime
    toolcrib: str
    blocked: bool = False
    lock: str = ""
    distributions: int = 0
    installed_size: int = 0
    exit: int | None = None
    output_sha256: str = ""
    output: str = ""
    reason: str = ""
    pictures: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    peak_memory: int = 0
    memory_held_by: str = ""
    root: str = ""
    services: tuple[ServiceFact, ...] = ()

    @property
    def is_good(self) -> bool:
        """Whether it speaks for the solution: it passed, or without its module it did not."""
        if self.blocked:
            failed = self.outcome in (Outcome.FAILED, Outcome.WRONG_OUTPUT)
            return failed and self.reason == BARRED
        return self.outcome is Outcome.PASSED

    @property
    def is_beyond_browser(self) -> bool:
        """Whether it shows that the solution does not run in a browser."""
        says_something = self.outcome not in SAYS_NOTHING
        return self.cell.in_browser and says_something and not self.is_good

    @property
    def key(self) -> tuple[str, str, Cell, bool]:
        """What a newer receipt must share with this one to take its place."""
        return (self.task, self.solution, self.cell, self.blocked)


class Package(Value, frozen=True, kw_only=True, omit_defaults=True):
    """One distribution of a lock with the SHA-256 of each of its wheels that may be used.

    `sdist` is the SHA-256 of the source that its one wheel was built from, where it was.
    """

    name: str
    version: str
    hashes: tuple[str, ...]
    sdist: str = ""


class Lock(Value, frozen=True, kw_only=True):
    """All distributions of an environment, exactly; resolved for one Python."""

    python: str
    platform: str
    requirements: tuple[str, ...]
    packages: tuple[Package, ...]
    overrides: tuple[str, ...] = ()
