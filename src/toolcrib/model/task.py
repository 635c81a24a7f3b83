"""Tasks and their solutions: what is run, and what must come out."""

from typing import Literal

import msgspec

from toolcrib.model.module import ModuleId, Phrases
from toolcrib.model.value import Value

Compare = Literal["exact", "json", "lines-unordered"]
ExpectedFrom = Literal["hand", "second-solution", "captured"]
ParameterDefault = str | int | float | bool


class Preference(Value, frozen=True, kw_only=True):
    """The module to take first for a task, and why."""

    id: ModuleId
    why: str


class Run(Value, frozen=True, kw_only=True):
    """How a solution is run; `timeout` in seconds of wall time, `memory` in MiB."""

    args: tuple[str, ...] = ()
    stdin: str = ""
    exit: int = 0
    timeout: int = 20
    memory: int = 512
    services: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()


class Output(Value, frozen=True, kw_only=True):
    """How the output is compared, and where the expected output came from."""

    compare: Compare = "exact"
    tolerance: float = 0.0
    masks: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    expected_from: ExpectedFrom = "hand"


class Solution(Value, frozen=True, kw_only=True):
    """One program that does a task with one module; `file` is its name in the task's folder."""

    module: ModuleId
    file: str
    code: str
    doc: str = ""
    requires_python: str = ""
    dependencies: tuple[str, ...] = ()
    overrides: tuple[str, ...] = ()


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


class TaskFiles(Value, frozen=True, kw_only=True):
    """What a run gets and what it must print: input files by relative path, expected output."""

    expected: str
    inputs: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value


def source_digest(task: Task, solution: Solution, files: TaskFiles) -> str:
    """Return the SHA-256 of all that decides what a run does and whether it passes.

    A receipt is valid while this is what it was when the receipt was written.
    """
    import hashlib  # noqa: PLC0415 -- loads OpenSSL, which nobody who reads needs

    parts = (
        solution.code,
        sorted(files.inputs.items()),
        files.expected,
        task.run,
        task.output,
    )
    return hashlib.sha256(msgspec.json.encode(parts)).hexdigest()
