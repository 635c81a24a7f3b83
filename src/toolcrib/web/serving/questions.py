"""Questions to the API, lists to check among them, and to the page of results; and their answers.

An answer is the bytes that are sent. It depends on the site and the question alone, so it may be
made in any process.
"""

import msgspec

from toolcrib.app.contracts import NUMBER
from toolcrib.errors import UsageError
from toolcrib.model.value import Value
from toolcrib.web.kinds import search
from toolcrib.web.serving.api import ROUTES
from toolcrib.web.serving.faults import fault_json
from toolcrib.web.serving.kept import Content, packed
from toolcrib.web.site import Site

_ROUTES = {route.path: route for route in ROUTES}

RESULTS = search.KIND.prefix
"""What stands for the route of the page of results."""

FIRST = ("read a yaml config file", "raed a yamll cofnig")
"""Questions that take most of what any other takes: words and slips."""


Given = tuple[tuple[str, str | bytes | tuple[str, ...]], ...]
"""Names of parameters, in their order, with their values; `body` is what is sent."""


class Question(Value, frozen=True, kw_only=True):
    """What is asked: of which route, in which language, with which value of each parameter."""

    route: str
    language: str
    given: Given

    @property
    def lasting(self) -> bool:
        """Tell whether its answer is worth keeping."""
        return self.route in _ROUTES and _ROUTES[self.route].lasting


class Made(Value, frozen=True, kw_only=True):
    """An answer: its status, its content, and whether that may be kept for the next who asks.

    `after` is in how many seconds one may ask again who gets none now.
    """

    content: Content
    status: int = 200
    lasting: bool = False
    after: int = 0


def made(site: Site, question: Question) -> Made:
    """Make the answer to a question; that there is no such thing is an answer, too."""
    library = site.libraries[question.language]
    given = dict(question.given)
    if question.route == RESULTS:
        page = search.results(library, str(given["q"]))
        return Made(content=packed(site.html(library, RESULTS, page)))
    try:
        value = _ROUTES[question.route].answer(library, **given)
    except UsageError as wrong:
        return Made(content=Content(plain=fault_json(str(wrong), wrong.hint)), status=404)
    return Made(content=_encoded(value), lasting=question.lasting)


def _encoded(value: object) -> Content:
    """Return a value as the JSON that is sent."""
    return packed(msgspec.json.encode({"schema": NUMBER, **msgspec.to_builtins(value)}))


def warm(site: Site) -> None:
    """Read what most answers take, so that nobody waits for that."""
    for language in site.libraries:
        asked: list[tuple[str, Given]] = [
            *(("/find", (("q", question),)) for question in FIRST),
            (RESULTS, (("q", FIRST[0]),)),
            ("/what", (("name", "cv2"),)),
            ("/compare", (("m", ("std:json", "pypi:pyyaml")),)),
        ]
        for route, given in asked:
            made(site, Question(route=route, language=language, given=given))
