"""Maps of YAML and TOML that stand on one line: `{name: os, for: paths}`."""

import re

_MAP = re.compile(r"[ \t]*(?:-[ \t]+)?(\{)([^\n]*)\}[ \t]*,?[ \t]*(?:#.*)?$")
_FIELD = re.compile(
    r"[ \t]*(?P<key>\"[^\"\n]{1,80}\"|'[^'\n]{1,80}'|[^\s\"'{}\[\]:=,][^\"'{}\[\]:=,\n]{0,80}?)"
    r"[ \t]*(?::[ \t]|=)[ \t]*"
    r"(?P<value>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'|\[[^\[\]\n]*\]|[^\"'{}\[\],\n]*)"
    r"[ \t]*(?:,|$)"
)
_LEAST = 2


def fields_of(line: str) -> list[tuple[int, int]]:
    """Return where the fields of a line lie that is a map of two or more; else nothing."""
    match = _MAP.match(line)
    if match is None:
        return []
    fields, position, end = [], match.start(2), match.end(2)
    while position < end and line[position:end].strip():
        field = _FIELD.match(line, position, end)
        if field is None:
            return []
        fields.append((field.start("key"), field.end("value")))
        position = field.end()
    return fields if len(fields) >= _LEAST else []
