"""The JSON that `serve` answers: the same values as the command line's, below `/api/v1`.

Each route says what it takes and what it gives in one place, of which OpenAPI is made too.
"""

from collections.abc import Callable
from typing import Any

import msgspec

from toolcrib.app.check import Text, check
from toolcrib.app.clock import utc_now
from toolcrib.app.compare import compare
from toolcrib.app.filters import Filters, checked
from toolcrib.app.find import find
from toolcrib.app.show import known_module, module_page, task_page, unknown
from toolcrib.errors import UsageError
from toolcrib.model.finding import Report
from toolcrib.model.hit import Answer
from toolcrib.model.identity import Identity
from toolcrib.model.page import Comparison, ModulePage, TaskPage
from toolcrib.model.value import Value
from toolcrib.web.library import Library

MOST_HITS = 50
LONGEST_QUERY, LONGEST_NAME = 10_000, 200
MOST_MODULES = 8
_FILE_NAME = 200


class Parameter(Value, frozen=True, kw_only=True):
    """A parameter of a route, as OpenAPI describes it; `many` may be given again."""

    name: str
    about: str
    schema: dict[str, Any] = msgspec.field(default_factory=lambda: {"type": "string"})
    required: bool = True
    many: bool = False
    place: str = "query"


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """An address below `/api/v1`, what it takes, and what answers.

    The answers of one that is `lasting` depend on nothing but the bundle and what is asked.
    """

    path: str
    about: str
    gives: type
    answer: Callable[..., Any]
    parameters: tuple[Parameter, ...] = ()
    body: str = ""
    limited: bool = False
    lasting: bool = True


_LANGUAGE = Parameter(
    name="lang",
    about="Language of the texts.",
    schema={"type": "string", "enum": ["en", "fr"], "default": "en"},
    required=False,
)


def _text(most: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": most}


_PYTHON = {"type": "string", "pattern": r"^3\.[0-9]{1,2}$"}
_FLAG = {"type": "boolean", "default": False}


def _find(library: Library, q: str, limit: str = "5", **wanted: str) -> Answer:
    filters = Filters(
        stdlib=wanted.get("stdlib") == "true",
        python=wanted.get("python", ""),
        category=wanted.get("category", ""),
        proven=wanted.get("proven") == "true",
    )
    fitting = checked(library.bundle, filters, library.texts)
    return find(library.bundle, q, library.texts, int(limit), fitting)


def _what(library: Library, name: str) -> Identity:
    return library.identity(name)


def _module(library: Library, id: str) -> ModulePage:  # noqa: A002 -- the name in the address
    return module_page(library.bundle, known_module(library.bundle, id), library.texts)


def _task(library: Library, id: str) -> TaskPage:  # noqa: A002 -- the name in the address
    task = library.bundle.task(id)
    if task is None:
        raise unknown(library.bundle, id, "no task")
    return task_page(library.bundle, task, library.texts)


def _compare(library: Library, m: tuple[str, ...]) -> Comparison:
    if len(m) > MOST_MODULES:
        message = f"{len(m)} modules are too many to set side by side"
        raise UsageError(message, f"name {MOST_MODULES} at most")
    return compare(library.bundle, m, library.texts)


def _check(_: Library, body: bytes, filename: str = "LIST.md", target: str = "") -> Report:
    text = Text(path=filename, data=body)
    today = utc_now().date().isoformat()
    return check([text], target, today, online=False).report


ROUTES = (
    Route(
        path="/find",
        about="Find modules for a task in plain words.",
        gives=Answer,
        answer=_find,
        parameters=(
            Parameter(name="q", about="The question.", schema=_text(LONGEST_QUERY)),
            Parameter(
                name="limit",
                about="Hits at most.",
                schema={"type": "integer", "minimum": 1, "maximum": MOST_HITS, "default": 5},
                required=False,
            ),
            Parameter(
                name="stdlib",
                about="Only modules of the standard library.",
                schema=_FLAG,
                required=False,
            ),
            Parameter(
                name="python",
                about="Only what is there on this Python.",
                schema=_PYTHON,
                required=False,
            ),
            Parameter(
                name="category",
                about="Only of this category: its key or its title.",
                schema=_text(LONGEST_NAME),
                required=False,
            ),
            Parameter(
                name="proven",
                about="Only what is proven; on `python`, if that is given.",
                schema=_FLAG,
                required=False,
            ),
            _LANGUAGE,
        ),
        limited=True,
    ),
    Route(
        path="/what",
        about="Tell what a name is, from what is known here; no index is asked.",
        gives=Identity,
        answer=_what,
        parameters=(
            Parameter(name="name", about="The name.", schema=_text(LONGEST_NAME)),
            _LANGUAGE,
        ),
        limited=True,
        lasting=False,
    ),
    Route(
        path="/modules/{id}",
        about="Show a module.",
        gives=ModulePage,
        answer=_module,
        parameters=(
            Parameter(name="id", about="Its id or name: `pypi:pyyaml`.", place="path"),
            _LANGUAGE,
        ),
    ),
    Route(
        path="/tasks/{id}",
        about="Show a task with all its solutions.",
        gives=TaskPage,
        answer=_task,
        parameters=(Parameter(name="id", about="Its id.", place="path"), _LANGUAGE),
    ),
    Route(
        path="/compare",
        about="Set modules side by side on the tasks that they share.",
        gives=Comparison,
        answer=_compare,
        parameters=(
            Parameter(
                name="m",
                about="A module, or one task; given for each module.",
                schema=_text(LONGEST_NAME),
                many=True,
            ),
            _LANGUAGE,
        ),
        limited=True,
    ),
    Route(
        path="/check",
        about="Check a list of modules, from what is known here; no index is asked.",
        gives=Report,
        answer=_check,
        parameters=(
            Parameter(
                name="filename",
                about="Its name, which says what format it has.",
                schema=_text(_FILE_NAME),
                required=False,
            ),
            Parameter(
                name="target",
                about="The Python to judge for.",
                schema=_PYTHON,
                required=False,
            ),
        ),
        body="The list, as text.",
        limited=True,
        lasting=False,
    ),
)
"""All routes of the API."""
