"""The examples of texts as programs: which there are, what they import, what is to be installed."""

from collections.abc import Callable, Iterable

from toolcrib.identify.identify import locate
from toolcrib.identify.knowledge import Knowledge
from toolcrib.model.example import ExampleRun
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Example, Mention
from toolcrib.model.module import normalised
from toolcrib.model.value import Value
from toolcrib.verify.program_text import Import, ProgramText, read_program

_PROMPT = ">>>"
_MAGIC = ("%", "!")
_NEEDS_NOTHING = frozenset(
    {State.STDLIB, State.STDLIB_REMOVED, State.STDLIB_ATTRIBUTE, State.BUILTIN, State.PYTHON2}
)
_NOT_TO_BE_HAD = frozenset(
    {State.UNKNOWN, State.NOT_LOOKED_UP, State.UMBRELLA, State.NO_FILES, State.QUARANTINED}
)


class ExampleProgram(Value, frozen=True, kw_only=True):
    """An example as a program; `names` are those of the entries that it stands under.

    `asked` are the names by which its imports are identified. What is no program says why not.
    """

    path: str
    line: int
    code: str
    names: tuple[str, ...]
    text: ProgramText
    asked: tuple[str, ...] = ()
    no_program: str = ""


class Runs(Value, frozen=True, kw_only=True):
    """The runs of examples; `unfinished` says whether a fault of the machine prevented one."""

    runs: tuple[ExampleRun, ...] = ()
    unfinished: bool = False


Runner = Callable[[tuple[ExampleProgram, ...], dict[str, Identity]], Runs]
"""Runs examples, given what the names of their entries and imports are."""


def programs_in(mentions: Iterable[Mention], known: Knowledge) -> tuple[ExampleProgram, ...]:
    """Return the examples of some mentions as programs, each once."""
    found: dict[tuple[str, int], ExampleProgram] = {}
    for mention in mentions:
        for example in mention.examples:
            place = (mention.path, example.line)
            before = found[place].names if place in found else ()
            text = read_program(example.code)
            found[place] = ExampleProgram(
                path=mention.path,
                line=example.line,
                code=example.code,
                names=(*before, mention.written),
                text=text,
                asked=tuple(dict.fromkeys(_name(one, known) for one in text.imports)),
                no_program=_why_no_program(example, text),
            )
    return tuple(found[place] for place in found)


def _why_no_program(example: Example, text: ProgramText) -> str:
    language, code = example.language.lower(), example.code
    if language and not example.is_python:
        return f"it is {language}, not Python"
    if code.lstrip().startswith(_PROMPT):
        return "it is a session at the prompt, not a program"
    if not text.is_python and any(line.startswith(_MAGIC) for line in code.splitlines()):
        return "it is for a notebook"
    return "" if text.is_python or language else "it is no Python"


def _name(one: Import, known: Knowledge) -> str:
    """Return the name by which an import is identified: of what several share, a longer one."""
    root = one.module.partition(".")[0]
    found = locate(root, known)
    if found is None or found.state is State.UMBRELLA:
        for name in (f"{one.module}.{one.member}", one.module):
            deeper = locate(name, known)
            if deeper and deeper.state is not State.UMBRELLA:
                return name
    return root


class Needs(Value, frozen=True, kw_only=True):
    """What a program needs: distributions, the roots of imports that they are for, what is not had.

    `missing` says in words why an import cannot be provided.
    """

    distributions: tuple[str, ...] = ()
    roots: frozenset[str] = frozenset()
    missing: str = ""


def needs_of(program: ExampleProgram, found: dict[str, Identity]) -> Needs:
    """Return what is to be installed for a program; of several distributions the entry's own."""
    own = {normalised(d) for name in program.names for d in found[name].distributions}
    wanted: dict[str, str] = {}
    for name in program.asked:
        identity = found[name]
        if identity.state in _NEEDS_NOTHING:
            continue
        if identity.state in _NOT_TO_BE_HAD or not identity.distributions:
            return Needs(missing=_why_missing(identity))
        fit = [d for d in identity.distributions if normalised(d) in own]
        wanted[name] = (fit or list(identity.distributions))[0]
    return Needs(
        distributions=tuple(dict.fromkeys(wanted.values())),
        roots=frozenset(name.partition(".")[0] for name in wanted),
    )


def _why_missing(identity: Identity) -> str:
    if identity.state is State.NOT_LOOKED_UP:
        return f"what provides {identity.name} was not looked up in the index"
    return f"nobody knows what provides {identity.name}"
