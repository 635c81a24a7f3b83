"""The routes of the API as a server answers them: parameters judged, faults said in JSON."""

import asyncio  # noqa: TID253 -- nothing but the server imports this
import re
from functools import partial
from typing import TYPE_CHECKING, Any

import msgspec
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route as HttpRoute

from toolcrib.errors import UsageError
from toolcrib.web import address
from toolcrib.web.serving.answers import answer
from toolcrib.web.serving.api import ROUTES, Parameter, Route
from toolcrib.web.serving.limits import Limits, Rate, fault
from toolcrib.web.serving.openapi import openapi
from toolcrib.web.serving.processes import BESIDE
from toolcrib.web.serving.questions import Made, Question

if TYPE_CHECKING:
    from toolcrib.web.serving.asking import Asking

_AT_ONCE, _WAITING = BESIDE, 8
"""Lists that are checked at the same time; more than that wait, and soon are turned away."""


class _FaultyError(Exception):
    """A request that is not answered: its status and why."""

    def __init__(self, status: int, error: str, hint: str = "", after: int = 0) -> None:
        super().__init__(error)
        self.status, self.error, self.hint, self.after = status, error, hint, after


def api_routes(limits: Limits, rate: Rate) -> list[HttpRoute]:
    """Return the routes below `/api/v1`, and the description of them."""
    checks = _Turns()
    routes = [
        HttpRoute(
            each.path,
            partial(_answer, route=each, limits=limits, rate=rate, checks=checks),
            methods=["POST" if each.body else "GET"],
        )
        for each in ROUTES
    ]
    return [HttpRoute("/openapi.json", _description), *routes]


class _Turns:
    """Lets few in at the same time, some wait, and turns all others away."""

    def __init__(self) -> None:
        self._free = asyncio.Semaphore(_AT_ONCE)
        self._here = 0

    async def __aenter__(self) -> None:
        if self._here >= _AT_ONCE + _WAITING:
            raise _FaultyError(503, "too many lists at once", "try again in a moment", 5)
        self._here += 1
        try:
            await self._free.acquire()
        except BaseException:
            self._here -= 1
            raise

    async def __aexit__(self, *_: object) -> None:
        self._here -= 1
        self._free.release()


async def _description(_: Request) -> Response:
    return Response(msgspec.json.encode(openapi()), media_type="application/json")


async def _answer(
    request: Request, *, route: Route, limits: Limits, rate: Rate, checks: _Turns
) -> Response:
    try:
        if route.limited:
            _take_turn(rate, request)
        given = _given(request, route)
        made = await _made(request, route, given, limits, checks)
    except _FaultyError as wrong:
        return fault(wrong.status, wrong.error, wrong.hint, wrong.after)
    except UsageError as wrong:
        return fault(404, str(wrong), wrong.hint)
    headers = {"Retry-After": str(made.after)} if made.after else {}
    return answer(request, made.content, "application/json", headers, made.status)


async def _made(
    request: Request, route: Route, given: dict[str, Any], limits: Limits, checks: _Turns
) -> Made:
    """Return the answer of a route, made now or kept."""
    asking: Asking = request.app.state.asking
    if route.body:
        given["body"] = await _body(request, limits.body)
    language = given.pop("lang", address.ENGLISH)
    question = Question(route=route.path, language=language, given=tuple(sorted(given.items())))
    if not route.body:
        return await asking.answer(question)
    async with checks:
        return await asking.check(question)


def _take_turn(rate: Rate, request: Request) -> None:
    if wait := rate.wait(request.client.host if request.client else ""):
        raise _FaultyError(429, "too many questions", f"ask again in {wait} s", wait)


def _given(request: Request, route: Route) -> dict[str, Any]:
    """Return what a request gives for each parameter of its route.

    Raises:
        _FaultyError: One is missing, unknown, or not what it should be.
    """
    asked: dict[str, list[str]] = {parameter.name: [] for parameter in route.parameters}
    for name, value in request.query_params.multi_items():
        if name not in asked:
            raise _FaultyError(400, f"no parameter {name!r}", f"there are: {', '.join(asked)}")
        asked[name].append(value)
    given = {}
    for parameter in route.parameters:
        in_path = parameter.place == "path"
        values = [request.path_params[parameter.name]] if in_path else asked[parameter.name]
        if not values and parameter.required:
            raise _FaultyError(400, f"{parameter.name} is missing", parameter.about)
        if len(values) > 1 and not parameter.many:
            raise _FaultyError(400, f"{parameter.name} is given twice", parameter.about)
        for value in values:
            _judge(parameter, value)
        if values:
            given[parameter.name] = tuple(values) if parameter.many else values[0]
    return given


def _judge(parameter: Parameter, value: str) -> None:
    """Hold a value against the schema of its parameter."""
    schema = parameter.schema
    if schema["type"] == "integer":
        whole = value.isascii() and value.isdigit() and len(value) < len("1000")
        right = whole and schema["minimum"] <= int(value) <= schema["maximum"]
        wanted = f"a number from {schema['minimum']} to {schema['maximum']}"
    elif schema["type"] == "boolean":
        right, wanted = value in ("true", "false"), "true or false"
    elif "enum" in schema:
        right, wanted = value in schema["enum"], f"one of {', '.join(schema['enum'])}"
    elif "pattern" in schema:
        right, wanted = bool(re.fullmatch(schema["pattern"], value)), "a Python such as 3.13"
    else:
        least, most = schema.get("minLength", 0), schema.get("maxLength", len(value))
        right, wanted = least <= len(value) <= most, f"{least} to {most} characters"
    if not right:
        raise _FaultyError(400, f"{parameter.name} is not {wanted}", parameter.about)


async def _body(request: Request, most: int) -> bytes:
    parts, size = [], 0
    async for part in request.stream():
        parts.append(part)
        size += len(part)
        if size > most:
            raise _FaultyError(413, f"the body is over {most} bytes", "send less")
    if not size:
        raise _FaultyError(400, "the body is missing", "send the list as the body")
    return b"".join(parts)
