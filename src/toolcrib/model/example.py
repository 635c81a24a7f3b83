"""The run of an example: what came of it, and beside what it ran."""

from datetime import datetime
from enum import StrEnum

from toolcrib.model.receipt import Grade, ServiceFact
from toolcrib.model.value import Value


class ExampleOutcome(StrEnum):
    """What a run says of an example; what is unchecked says nothing."""

    PASSED = "passed"
    FAILED = "failed"
    UNCHECKED = "unchecked"


class ExampleRun(Value, frozen=True, kw_only=True):
    """An example that was run as it is written, or why it was not.

    `line` is where it starts, `names` are those of the entries that it stands under, `python` is
    X.Y. `beside` says in a few words each what stood in for the world around it. `status` is its
    exit status, or minus the signal that ended it; `output` and `errors` are the ends of what it
    wrote. `source` is the SHA-256 of its text; the rest tells of the run, as in a receipt.
    """

    path: str
    line: int
    names: tuple[str, ...]
    outcome: ExampleOutcome
    reason: str = ""
    python: str = ""
    beside: tuple[str, ...] = ()
    status: int | None = None
    output: str = ""
    errors: str = ""
    source: str = ""
    services: tuple[ServiceFact, ...] = ()
    full_python: str = ""
    grade: Grade | None = None
    root: str = ""
    when: datetime | None = None
    toolcrib: str = ""
