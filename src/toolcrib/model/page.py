"""What `show`, `list` and `compare` answer: the values that text, JSON and Python share."""

from enum import StrEnum

from toolcrib.model.fact import Facts
from toolcrib.model.measurement import Measurement, Standing
from toolcrib.model.module import ModuleId
from toolcrib.model.proof import Proof
from toolcrib.model.task import Solution, Task
from toolcrib.model.value import Value


class Measured(Value, frozen=True, kw_only=True):
    """What receipts say of a solution's weight, in bytes; 0 where nothing is known."""

    distributions: int = 0
    installed_size: int = 0
    peak_memory: int = 0


class Program(Value, frozen=True, kw_only=True):
    """A solution with its module's name and what is known of it by execution.

    `standing` says, in a comparison, how its measured figures stand among those of the others, by
    the names that they have in a measurement.
    """

    name: str
    solution: Solution
    proof: Proof
    measured: Measured
    measurement: Measurement | None = None
    standing: dict[str, Standing] = {}  # noqa: RUF012 -- msgspec copies the default for each value


class TaskPage(Value, frozen=True, kw_only=True):
    """A task with its programs, the preferred one first, and why that; texts are translated."""

    task: Task
    title: str
    category: str
    why: str
    expected: str
    inputs: tuple[str, ...]
    programs: tuple[Program, ...]


class Reference(Value, frozen=True, kw_only=True):
    """Another module that is named on a page; an empty purpose where the catalog has no entry."""

    id: ModuleId
    name: str
    purpose: str = ""


class ModuleTask(Value, frozen=True, kw_only=True):
    """A task as it stands on the page of a module that does it."""

    id: str
    title: str
    tool: bool
    program: Program


class ModulePage(Value, frozen=True, kw_only=True):
    """A module with all that the catalog and the receipts say of it; texts are translated."""

    id: ModuleId
    name: str
    purpose: str
    categories: tuple[str, ...]
    install: str
    imports: tuple[str, ...]
    use_cases: tuple[str, ...]
    not_for: str
    pitfall: str
    alternatives: tuple[Reference, ...]
    tasks: tuple[ModuleTask, ...]
    facts: Facts | None = None


class Presence(StrEnum):
    """Whether a module is in an environment."""

    STANDARD = "comes with Python"
    INSTALLED = "installed"
    MISSING = "missing"
    WRONG = "wrong distribution"


class Entry(Value, frozen=True, kw_only=True):
    """A line of a shelf: a module, or a tool with the module that does it first.

    `install` is what to type after `pip install`, `needs` the same as lines of a requirements file.
    `presence` and `found` say what is in the environment that was asked about: for an installed
    module its version, for a wrong distribution the one that has taken the import name.
    """

    id: ModuleId
    name: str
    text: str
    install: str = ""
    needs: tuple[str, ...] = ()
    task: str | None = None
    presence: Presence | None = None
    found: str = ""


class Shelf(Value, frozen=True, kw_only=True):
    """A heading and what stands below it, in order."""

    title: str
    entries: tuple[Entry, ...]


class Listing(Value, frozen=True, kw_only=True):
    """The shelves that were asked for."""

    title: str
    shelves: tuple[Shelf, ...]


class Verdict(Value, frozen=True, kw_only=True):
    """Who takes least of something, by itself or, where `task` is named, in doing that task.

    `figure` is what was measured, by its name in a measurement or in the facts of a module. More
    than one in `least` means that there is no difference between them; `more` are apart from that.
    """

    figure: str
    least: tuple[ModuleId, ...]
    more: tuple[ModuleId, ...] = ()
    task: str = ""


class Comparison(Value, frozen=True, kw_only=True):
    """Modules side by side: what each is for, and the tasks that at least two of them do.

    `verdicts` say who is smaller or faster on what; there is no score of it all.
    """

    modules: tuple[ModulePage, ...]
    tasks: tuple[TaskPage, ...]
    verdicts: tuple[Verdict, ...] = ()
