"""What a reader may see of the runs behind a proof."""

from datetime import date

from toolcrib.model.proof import Word
from toolcrib.model.receipt import Cell, ServiceFact
from toolcrib.model.value import Value


class RunFact(Value, frozen=True, kw_only=True):
    """One run of a solution: where, how it ended, and with what it took part.

    `versions` are those of the distributions in its environment; `peak_memory` and
    `installed_size` are bytes, 0 where nothing is known.
    """

    cell: Cell
    word: Word
    outcome: str
    full_python: str
    when: date
    grade: str
    reason: str = ""
    services: tuple[ServiceFact, ...] = ()
    versions: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    distributions: int = 0
    installed_size: int = 0
    peak_memory: int = 0
