"""How long a program is, and may be."""

import ast
import io
import sys
import tokenize

from toolcrib.model.task import Task

LONGEST, LONGEST_WITH_WINDOW, LONGEST_TOOL = 30, 45, 60
"""Lines of code of a solution: blank lines, comments, header and docstring are none."""

_NO_CODE = (tokenize.COMMENT, tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)


def lines_of_code(code: str) -> int:
    """Count the lines with code in a program; one that is no Python counts all that are not blank.

    The docstring is no code.
    """
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return sum(map(bool, map(str.strip, code.splitlines())))
    body = tree.body[ast.get_docstring(tree) is not None :]
    first = body[0].lineno if body else sys.maxsize
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type not in _NO_CODE and token.start[0] >= first and token.string:
            lines.update(range(token.start[0], token.end[0] + 1))
    return len(lines)


def longest(task: Task) -> int:
    """Return how long a solution may be: a tool has its options, a window its parts."""
    if task.is_tool:
        return LONGEST_TOOL
    return LONGEST_WITH_WINDOW if "display" in task.run.services else LONGEST
