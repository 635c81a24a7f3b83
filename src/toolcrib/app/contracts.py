"""The JSON that commands and API give, as JSON Schema (2020-12), made of the values' own types."""

from collections.abc import Iterable
from typing import Any

import msgspec

from toolcrib.model.finding import Report
from toolcrib.model.hit import Answer
from toolcrib.model.identity import Identity
from toolcrib.model.page import Comparison, Listing, ModulePage, TaskPage

NUMBER = 1
"""What stands as `schema` in every answer; it grows when an answer changes for who reads it."""

CONTRACTS: dict[str, type[msgspec.Struct]] = {
    "find": Answer,
    "what": Identity,
    "check": Report,
    "show-module": ModulePage,
    "show-task": TaskPage,
    "compare": Comparison,
    "list": Listing,
}
"""What each command gives with `--format json`, by the name of its file in `docs/schemas`."""

Schema = dict[str, Any]


def numbered(
    kinds: Iterable[type[msgspec.Struct]], template: str
) -> tuple[list[Schema], dict[str, Schema]]:
    """Return the schema of the answer of each kind, with its number, and the parts they refer to.

    Args:
        kinds: The types of the answers.
        template: How a part is referred to: `#/$defs/{name}`.
    """
    listed = list(kinds)
    references, parts = msgspec.json.schema_components(listed, ref_template=template)
    names = {template.format(name=name): name for name in parts}
    return [_with_number(parts[names[each["$ref"]]]) for each in references], parts


def _with_number(schema: Schema) -> Schema:
    properties = {"schema": {"const": NUMBER}, **schema["properties"]}
    return {**schema, "properties": properties, "required": ["schema", *schema["required"]]}
