"""Which brackets of a Markdown text belong together."""

import re

_BRACKET = re.compile(r"\\.|(?<!`)(`+)(?!`)(?:[^`]|(?!\1(?!`))`)*?(?<!`)\1(?!`)|[\[\]]", re.DOTALL)


def closing_brackets(raw: str) -> dict[int, int]:
    """Return the closing bracket of each opening one; those in code count for nothing."""
    pairs, waiting = {}, []
    for match in _BRACKET.finditer(raw):
        if match[0] == "[":
            waiting.append(match.start())
        elif match[0] == "]" and waiting:
            pairs[waiting.pop()] = match.start()
    return pairs
