"""The example is no Python, or does not use the module that it stands under.

Code that does not parse was never run. Code that neither imports nor names its module shows
something else: often the example of a neighbour, left behind when the list was sorted.

A session at the prompt, a notebook's commands, and code in another language are left alone.
"""

import ast
import warnings
from collections import defaultdict
from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Problem, Rule

_PROMPTS = (">>>", "...", "$", "%", "!")
_MODULES = frozenset({State.STDLIB, State.DISTRIBUTION, State.IMPORT_NAME, State.BRAND})


def check(page: Sheet) -> Iterator[Problem]:
    """Judge each example once, for all entries that it stands under."""
    owners: dict[int, list[Judged]] = defaultdict(list)
    codes: dict[int, str] = {}
    for judged in page.judged:
        for example in judged.mention.examples:
            if example.is_python:
                owners[example.line].append(judged)
                codes[example.line] = example.code
    for line, entries in owners.items():
        if message := _fault(codes[line], entries):
            mention = entries[0].mention
            yield Problem(
                line=mention.line, column=mention.column, end=mention.end, message=message
            )


def _fault(code: str, entries: list[Judged]) -> str:
    if any(line.lstrip().startswith(_PROMPTS) for line in code.splitlines()):
        return ""
    of = " and ".join(dict.fromkeys(one.mention.written for one in entries))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(code)
    except SyntaxError as fault:
        return f"the example of {of} is no Python 3: {fault.msg}, in its line {fault.lineno}"
    except (ValueError, RecursionError, MemoryError):
        return f"the example of {of} is no Python 3"
    if any(one.identity.state not in _MODULES for one in entries):
        return ""
    used = set(_used(tree))
    if any(used & _roots(one) for one in entries):
        return ""
    return f"the example of {of} never uses it" if len(entries) == 1 else ""


def _used(tree: ast.AST) -> Iterator[str]:
    """Yield the roots of imports, and all names and strings of code, in lower case."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (alias.name.partition(".")[0].lower() for alias in names)
            case ast.ImportFrom(module=str(module)):
                yield module.partition(".")[0].lower()
            case ast.Name(id=name):
                yield name.lower()
            case ast.Constant(value=str(text)) if len(text) < 100:  # noqa: PLR2004 -- a setting that names a module, not prose
                yield from (word.partition(".")[0].lower() for word in text.split())


def _roots(judged: Judged) -> frozenset[str]:
    """Return the first parts of what one imports to use a module."""
    names = (*judged.identity.imports, judged.mention.written, judged.name)
    return frozenset(name.replace("-", "_").partition(".")[0].lower() for name in names if name)


RULE = Rule(
    code="TC404",
    level=Level.WARNING,
    summary="example without its module, or no Python",
    check=check,
)
