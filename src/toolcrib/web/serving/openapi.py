"""The description of the API (OpenAPI 3.1), made of its routes and of the types of its values."""

from typing import Any

from toolcrib import __version__
from toolcrib.app.contracts import NUMBER, numbered
from toolcrib.web.serving.api import ROUTES, Parameter, Route

_TEMPLATE = "#/components/schemas/{name}"
_FAULT = {
    "type": "object",
    "required": ["schema", "error", "hint"],
    "properties": {
        "schema": {"const": NUMBER},
        "error": {"type": "string"},
        "hint": {"type": "string"},
    },
}


def openapi() -> dict[str, Any]:
    """Return the description; addresses are relative to its own."""
    schemas, components = numbered((route.gives for route in ROUTES), _TEMPLATE)
    given = dict(zip((route.path for route in ROUTES), schemas, strict=True))
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "toolcrib",
            "version": __version__,
            "summary": "Python modules by task, each with programs that were really run.",
        },
        "servers": [{"url": "."}],
        "paths": {route.path: _path(route, given[route.path]) for route in ROUTES},
        "components": {"schemas": {**components, "Fault": _FAULT}},
    }


def _path(route: Route, schema: dict[str, Any]) -> dict[str, Any]:
    operation = {
        "summary": route.about,
        "operationId": route.path.split("/")[1],
        "parameters": [_parameter(each) for each in route.parameters],
        "responses": {
            "200": _response("The answer.", schema),
            **{status: _response(about, _fault()) for status, about in _faults(route).items()},
        },
    }
    if not route.body:
        return {"get": operation}
    content = {"text/plain": {"schema": {"type": "string", "minLength": 1}}}
    body = {"description": route.body, "required": True, "content": content}
    return {"post": {**operation, "requestBody": body}}


def _faults(route: Route) -> dict[str, str]:
    faults = {
        "400": "A parameter is wrong.",
        "404": "There is no such thing.",
        "414": "The address is too long.",
        "503": "Too much is asked at once, or the server ends.",
    }
    if route.body:
        faults |= {"413": "The body is too large."}
    return faults | ({"429": "Too many questions from this address."} if route.limited else {})


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema = {"type": "array", "items": parameter.schema} if parameter.many else parameter.schema
    if parameter.many:
        schema |= {"minItems": 1}
    return {
        "name": parameter.name,
        "in": parameter.place,
        "description": parameter.about,
        "required": parameter.required,
        "schema": schema,
    }


def _fault() -> dict[str, str]:
    return {"$ref": _TEMPLATE.format(name="Fault")}


def _response(about: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": about, "content": {"application/json": {"schema": schema}}}
