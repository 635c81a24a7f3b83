"""Tasks and their solutions: what is run, and what must come out."""

from typing import Literal

import msgspec

from toolcrib.model.module import ModuleId, Phrases
from toolcrib.model.value import Value

Compare = Literal["exact", "json", "lines-unordered"]
ExpectedFrom = Literal["hand", "second-solution", "captured"]
Profile = Literal["default", "raw-net", "privileged"]
ParameterDefault = str | int | float | bool


class Preference(Value, frozen=True, kw_only=True):
    """The module to take first for a task, and why."""

    id: ModuleId
    why: str


class Run(Value, frozen=True, kw_only=True):
    """How a solution is run; `timeout` in seconds of wall time, `memory` in MiB.

    With `tty` a keyboard types `stdin` on the solution's terminal. A `driver` is a program of the
    task's folder that talks to the solution; what it prints is then the output that counts.
    """

    args: tuple[str, ...] = ()
    stdin: str = ""
    exit: int = 0
    timeout: int = 20
    memory: int = 512
    services: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    tty: bool = False
    driver: str = ""
    profile: Profile = "default"

    @property
    def needs_pod(self) -> bool:
        """Whether it needs what only a pod has: services, a keyboard, a driver, a network."""
        return bool(self.services or self.tty or self.driver or self.profile != "default")

    @property
    def is_portable(self) -> bool:
        """Whether it takes a Python and nothing else: no service, nothing of a system."""
        portable = Run(
            args=self.args,
            stdin=self.stdin,
            exit=self.exit,
            timeout=self.timeout,
            memory=self.memory,
        )
        return self == portable


class Output(Value, frozen=True, kw_only=True):
    """How the output is compared, and where the expected output came from."""

    compare: Compare = "exact"
    tolerance: float = 0.0
    masks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    expected_from: ExpectedFrom = "hand"


class Solution(Value, frozen=True, kw_only=True):
    """One program that does a task with one module; `file` is its name in the task's folder.

    `build` names the dependencies that have no wheel: theirs are built from their sdists.
    """

    module: ModuleId
    file: str
    code: str
    doc: str = ""
    requires_python: str = ""
    dependencies: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()
    build: tuple[str, ...] = ()

    @property
    def program(self) -> str:
        """The code without its block of PEP 723, which is for installers."""
        return without_header(self.code)


class Task(Value, frozen=True, kw_only=True):
    """One job in plain words with its solutions."""

    id: str
    title: str
    category: str
    covers: tuple[str, ...] = ()
    prefer: Preference | None = None
    phrases: Phrases = {}  # noqa: RUF012 -- msgspec copies the default for each value
    run: Run = Run()
    output: Output = Output()
    parameters: dict[str, ParameterDefault] = {}  # noqa: RUF012 -- the same
    solutions: tuple[Solution, ...] = ()

    @property
    def is_tool(self) -> bool:
        """Whether it is meant to be run on one's own machine with one's own arguments."""
        return bool(self.parameters)

    def solution(self, key: str = "") -> Solution | None:
        """Return the solution by module id or file name, or without a key the preferred one."""
        wanted = key or (self.prefer.id if self.prefer else "")
        for solution in self.solutions:
            if wanted in (solution.module, solution.file, solution.module.partition(":")[2]):
                return solution
        return None if key or not self.solutions else self.solutions[0]


def without_header(code: str) -> str:
    """Return a program without its block of PEP 723."""
    before, start, rest = code.partition("# /// script\n")
    after = rest.partition("\n# ///\n")[2] if start else ""
    return (before + after).strip("\n")


class TaskFiles(Value, frozen=True, kw_only=True):
    """What a run gets and what it must print: input files by relative path, expected output.

    `driver` is the text of the program that talks to the solution, where there is one.
    """

    expected: str
    inputs: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    driver: str = ""


_YOUNGER = {"tty": False, "driver": "", "profile": "default"}
"""Keys of `[run]` that came later, with what they stand for where they are not given."""


def source_digest(task: Task, solution: Solution, files: TaskFiles) -> str:
    """Return the SHA-256 of all that decides what a run does and whether it passes.

    A receipt is valid while this is what it was when the receipt was written.
    """
    import hashlib  # noqa: PLC0415 -- loads OpenSSL, which nobody who reads needs

    run = msgspec.structs.asdict(task.run)
    # Receipts that are older than a key stay valid for the tasks that do without it.
    parts = [
        solution.code,
        sorted(files.inputs.items()),
        files.expected,
        {key: value for key, value in run.items() if value != _YOUNGER.get(key, ...)},
        task.output,
        *filter(None, (files.driver,)),
    ]
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
