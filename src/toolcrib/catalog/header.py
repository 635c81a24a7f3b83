"""The inline metadata of a solution: PEP 723, with toolcrib's own table in it."""

import ast
import re
from pathlib import Path

import msgspec

from toolcrib.catalog.check import ID
from toolcrib.catalog.toml import at_key, caret, convert, parse_toml
from toolcrib.errors import ContentError
from toolcrib.model.module import ModuleId
from toolcrib.model.task import Solution
from toolcrib.model.value import Value

# The regular expression that PEP 723 gives for the block named "script".
_BLOCK = re.compile(r"(?m)^# /// script$\s(?P<content>(^#(| .*)$\s)+)^# ///$")
_MARGIN = "# "
_HINT = "see PEP 723, and `A solution` in CONTRIBUTING.md"


class _Toolcrib(Value, frozen=True, kw_only=True):
    module: str
    build: tuple[str, ...] = ()


class _Uv(Value, frozen=True, kw_only=True, rename="kebab"):
    override_dependencies: tuple[str, ...] = ()


class _Tool(msgspec.Struct, frozen=True, kw_only=True):
    """The tools' tables; those of other tools are none of our business."""

    toolcrib: _Toolcrib
    uv: _Uv = _Uv()


class _Header(Value, frozen=True, kw_only=True, rename="kebab"):
    """The keys that PEP 723 defines."""

    tool: _Tool
    requires_python: str = ""
    dependencies: tuple[str, ...] = ()


def parse_solution(file: str, code: str) -> Solution:
    """Read a solution's header and docstring.

    Raises:
        ContentError: The file has no header, or one that says something else than it should, or
            the code is no Python; shows file, line and caret.
    """
    match = _BLOCK.search(code)
    if match is None:
        raise ContentError(f"{file}: no `# /// script` block", _HINT)
    path = Path(file)
    # In its place in the file, so that faults have the line that they are on.
    block = "\n" * code.count("\n", 0, match.start("content")) + match["content"]
    try:
        header = convert(path, parse_toml(path, block, _MARGIN), _Header, block, _MARGIN)
    except ContentError as fault:
        raise ContentError(str(fault), _HINT) from fault
    module = header.tool.toolcrib.module
    if not ID.fullmatch(module):
        what = f"{module!r} is no id: std:name, or pypi:name in lower case with dashes"
        raise ContentError(at_key(path, block, "module", what, _MARGIN))
    return Solution(
        module=ModuleId(module),
        file=path.name,
        code=code,
        doc=_docstring(path, code),
        requires_python=header.requires_python,
        dependencies=header.dependencies,
        overrides=header.tool.uv.override_dependencies,
        build=header.tool.toolcrib.build,
    )


def _docstring(path: Path, code: str) -> str:
    try:
        return ast.get_docstring(ast.parse(code)) or ""
    except SyntaxError as fault:
        line, column = fault.lineno or 0, fault.offset or 1
        raise ContentError(caret(path, code, line, column, fault.msg)) from fault
    except (ValueError, RecursionError, MemoryError) as fault:
        # A null byte, or nested too deeply for the parser.
        raise ContentError(f"{path}: {str(fault) or 'it is nested too deeply'}") from fault
