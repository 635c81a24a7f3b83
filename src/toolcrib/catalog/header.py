"""The inline metadata of a solution: PEP 723, with toolcrib's own table in it."""

import ast
import re

from toolcrib.errors import ContentError
from toolcrib.model.module import ModuleId
from toolcrib.model.task import Solution

# The regular expression that PEP 723 gives for the block named "script".
_BLOCK = re.compile(r"(?m)^# /// script$\s(?P<content>(^#(| .*)$\s)+)^# ///$")


def parse_solution(file: str, code: str) -> Solution:
    """Read a solution's header and docstring.

    Raises:
        ContentError: The file has no header, the header is no TOML, or the code no Python.
    """
    import tomllib

    match = _BLOCK.search(code)
    if match is None:
        raise ContentError(f"{file}: no `# /// script` block", "see PEP 723 and CONTRIBUTING.md")
    lines = match["content"].splitlines()
    try:
        header = tomllib.loads("\n".join(line.removeprefix("#").lstrip() for line in lines))
        doc = ast.get_docstring(ast.parse(code)) or ""
    except (tomllib.TOMLDecodeError, SyntaxError) as fault:
        raise ContentError(f"{file}: {fault}") from fault
    tool = header.get("tool", {})
    try:
        module = tool["toolcrib"]["module"]
    except KeyError as fault:
        message = f"{file}: the header does not say its module"
        raise ContentError(message, 'add [tool.toolcrib] module = "pypi:…"') from fault
    return Solution(
        module=ModuleId(module),
        file=file.rpartition("/")[2],
        code=code,
        doc=doc,
        requires_python=header.get("requires-python", ""),
        dependencies=tuple(header.get("dependencies", ())),
        overrides=tuple(tool.get("uv", {}).get("override-dependencies", ())),
    )
