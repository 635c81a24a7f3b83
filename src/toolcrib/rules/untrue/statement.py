"""What a statement of the table is."""

from toolcrib.model.value import Value


class Statement(Value, frozen=True, kw_only=True):
    """Something that is said of modules and is not so.

    `about` are the ids of the modules, `claim` is a pattern of what is said, for text in lower
    case. `truth` is what holds instead, `source` where that is written. A text that names one of
    `instead` knows better, and is left alone. What is claimed counts where it is the matter of a
    clause ("sending mail"), or with `anywhere` behind a preposition too ("files by regular
    expressions").
    """

    about: tuple[str, ...]
    claim: str
    truth: str
    source: str
    instead: tuple[str, ...] = ()
    anywhere: bool = False


def documentation(page: str) -> str:
    """Return a page of Python's documentation as a source."""
    return f"Python documentation, {page}"
