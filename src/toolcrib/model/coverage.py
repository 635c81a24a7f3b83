"""How much of the catalog is proven, in figures."""

from toolcrib.model.proof import Word
from toolcrib.model.value import Value


class Coverage(Value, frozen=True, kw_only=True):
    """What the catalog holds, and what its receipts say of it.

    `words` counts solutions by what may be said of them, `cells` the same for each place of runs
    (`3.14`, `Pyodide 3.14`), `modules` and `proven_modules` the modules of each origin (`std`,
    `pypi`) and those of them with a proven solution. `emulated` are solutions whose counterpart is
    a stand-in; `newest` is the date of the last run, empty where there was none.
    """

    modules: dict[str, int]
    proven_modules: dict[str, int]
    tasks: int
    tools: int
    comparable: int
    solutions: int
    words: dict[Word, int]
    cells: dict[str, dict[Word, int]]
    grades: dict[str, int]
    emulated: int
    newest: str = ""
