"""What the text of a program says before it is run: what it imports, calls, and has written in it.

Names are followed through imports and simple assignments, so a call reads as what it calls:
`requests.get`, `paramiko.SSHClient().connect`. Of values only literals are known, and names that
stand for one. Nothing here runs anything.
"""

import ast
from collections.abc import Iterator

from toolcrib.model.value import Value

Node = ast.expr | ast.stmt
_LONGEST_NAME = 200
_EXITS = ("sys.exit", "exit", "quit", "os._exit", "SystemExit")


class Import(Value, frozen=True, kw_only=True):
    """A module that is imported, and the first of the names that are taken from it."""

    module: str
    member: str = ""


class Call(Value, frozen=True, kw_only=True):
    """A call: what is called, and its arguments as far as they are literals, else None.

    `inside` is the call that it is the first argument of.
    """

    name: str
    args: tuple[object, ...] = ()
    keywords: dict[str, object] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    inside: str = ""

    @property
    def last(self) -> str:
        """The last part of its name."""
        return self.name.rpartition(".")[2]

    @property
    def root(self) -> str:
        """The first part of its name: a module, or a name of the program's own."""
        return self.name.partition(".")[0]


class ProgramText(Value, frozen=True, kw_only=True):
    """What a program's text says.

    `named` are literals with the name under which they are given: of a variable, an argument, a
    key. `keys` are texts by which something is looked up, each behind what it is looked up in,
    `exits` the statuses that it may end with by its own word, `loops` says that some loop has no
    end that can be seen.
    """

    is_python: bool
    imports: tuple[Import, ...] = ()
    calls: tuple[Call, ...] = ()
    texts: tuple[str, ...] = ()
    named: tuple[tuple[str, object], ...] = ()
    keys: tuple[tuple[str, str], ...] = ()
    exits: tuple[int, ...] = ()
    loops: bool = False

    @property
    def roots(self) -> frozenset[str]:
        """The first parts of all that it imports."""
        return frozenset(one.module.partition(".")[0] for one in self.imports)

    def values(self, *names: str) -> tuple[str, ...]:
        """Return the texts that are given under one of some names, each once, in order."""
        found = (value for name, value in self.named if name.lower() in names)
        return tuple(dict.fromkeys(value for value in found if isinstance(value, str) and value))


def read_program(code: str) -> ProgramText:
    """Read a program; of a text that is no Python nothing is known."""
    try:
        return _read(ast.parse(code))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return ProgramText(is_python=False)


def _read(tree: ast.Module) -> ProgramText:
    nodes = _in_order(tree)
    names = _Names()
    for node in nodes:
        names.learn(node)
    calls = tuple(_calls(nodes, names))
    return ProgramText(
        is_python=True,
        imports=tuple(one for node in nodes for one in _imports(node)),
        calls=calls,
        texts=tuple(
            node.value
            for node in nodes
            if isinstance(node, ast.Constant) and isinstance(node.value, str)
        ),
        named=(*_pairs(nodes, names), *(pair for call in calls for pair in call.keywords.items())),
        keys=tuple(dict.fromkeys(_keys(nodes, names))),
        exits=tuple(dict.fromkeys(_status(call) for call in calls if call.name in _EXITS)),
        loops=any(_loops_for_ever(node) for node in nodes),
    )


def _in_order(tree: ast.Module) -> list[Node]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.expr | ast.stmt))
    return sorted(nodes, key=lambda node: (node.lineno, node.col_offset))


class _Names:
    """What the names of a program stand for: modules, what calls have made, literals."""

    def __init__(self) -> None:
        self._stands_for: dict[str, str] = {}
        self._literals: dict[str, object] = {}

    def learn(self, node: Node) -> None:
        match node:
            case ast.Import(names=names):
                for each in names:
                    self._stands_for[each.asname or each.name.partition(".")[0]] = (
                        each.name if each.asname else each.name.partition(".")[0]
                    )
            case ast.ImportFrom(module=str(module), names=names):
                for each in names:
                    self._stands_for[each.asname or each.name] = f"{module}.{each.name}"
            case ast.Assign(targets=[target], value=value):
                self._bind(target, value)
            case ast.AnnAssign(target=target, value=ast.expr() as value):
                self._bind(target, value)
            case ast.With(items=items) | ast.AsyncWith(items=items):
                for item in items:
                    if item.optional_vars:
                        self._bind(item.optional_vars, item.context_expr)
            case _:
                pass

    def _bind(self, target: ast.expr, value: ast.expr) -> None:
        key = ast.unparse(target)
        if (literal := self.literal(value)) is not None:
            self._literals.setdefault(key, literal)
        elif (said := self.said(value)) and len(said) <= _LONGEST_NAME:
            self._stands_for[key] = said

    def said(self, node: ast.expr) -> str:
        """Return what an expression stands for as a dotted name; empty where that is not known."""
        match node:
            case ast.Name(id=name):
                return self._stands_for.get(name, name)
            case ast.Attribute(value=value, attr=attr):
                own = self._stands_for.get(ast.unparse(node))
                return own or f"{self.said(value)}.{attr}"
            case ast.Call(func=function):
                return f"{self.said(function)}()"
            case ast.Subscript(value=value):
                return f"{self.said(value)}[]"
            case ast.Await(value=value):
                return self.said(value)
            case _:
                return ""

    def literal(self, node: ast.expr) -> object:
        """Return the value of a literal, or of a name that stands for one; else None."""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Name() | ast.Attribute():
                return self._literals.get(ast.unparse(node))
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                return tuple(self.literal(part) for part in parts)
            case _:
                return None


def _imports(node: Node) -> Iterator[Import]:
    match node:
        case ast.Import(names=names):
            yield from (Import(module=each.name) for each in names)
        case ast.ImportFrom(module=str(module), names=names, level=0):
            yield Import(module=module, member=names[0].name)
        case _:
            pass


def _calls(nodes: list[Node], names: _Names) -> Iterator[Call]:
    calls = [node for node in nodes if isinstance(node, ast.Call)]
    within = {id(call.args[0]): names.said(call.func) for call in calls if call.args}
    for call in calls:
        yield Call(
            name=names.said(call.func),
            args=tuple(map(names.literal, call.args)),
            keywords={each.arg: names.literal(each.value) for each in call.keywords if each.arg},
            inside=within.get(id(call), ""),
        )


def _pairs(nodes: list[Node], names: _Names) -> Iterator[tuple[str, object]]:
    for node in nodes:
        match node:
            case ast.Assign(targets=[ast.Name(id=name) | ast.Attribute(attr=name)], value=value):
                yield name, names.literal(value)
            case ast.Dict(keys=keys, values=values):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        yield key.value, names.literal(value)
            case _:
                pass


def _keys(nodes: list[Node], names: _Names) -> Iterator[tuple[str, str]]:
    for node in nodes:
        match node:
            case ast.Subscript(value=owner, slice=ast.Constant(value=str(key))):
                yield names.said(owner), key
            case ast.Call(
                func=ast.Attribute(value=owner, attr="get"),
                args=[ast.Constant(value=str(key)), *_],
            ):
                yield names.said(owner), key
            case _:
                pass


def _status(call: Call) -> int:
    """Return the status that a call to exit gives (`sys.exit`: a text is shown, and gives 1)."""
    if not call.args or call.args[0] is None:
        return 0
    return call.args[0] & 0xFF if isinstance(call.args[0], int) else 1


def _loops_for_ever(node: Node) -> bool:
    if not isinstance(node, ast.While) or not isinstance(node.test, ast.Constant):
        return False
    ends = (ast.Break, ast.Return, ast.Raise)
    return bool(node.test.value) and not any(isinstance(n, ends) for n in ast.walk(node))
