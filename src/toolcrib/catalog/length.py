"""How long a program is."""

import ast
import io
import sys
import tokenize

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
