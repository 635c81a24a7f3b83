"""How well a name is known without a network: what readers weigh their readings by."""

from toolcrib.identify.identify import locate
from toolcrib.identify.knowledge import Knowledge
from toolcrib.identify.tables import popular
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Renown
from toolcrib.model.module import normalised

# A word that resolves is not thereby a module: programs and builtins are weak evidence, and so is
# a name of the standard library in another case, which is mostly a word of the language.
_WEIGHTS = {
    State.STDLIB: 1.0,
    State.STDLIB_REMOVED: 0.95,
    State.PYTHON2: 0.9,
    State.STDLIB_ATTRIBUTE: 0.5,
    State.BUILTIN: 0.3,
    State.DISTRIBUTION: 0.95,
    State.IMPORT_NAME: 0.95,
    State.BRAND: 0.85,
    State.RENAMED: 0.9,
    State.UMBRELLA: 0.9,
    State.PLACEHOLDER: 0.9,
    State.OTHER_PROJECT: 0.9,
    State.PROGRAM: 0.45,
}
_OTHER_CASE, _ODD_CASE = 0.45, 0.85

# Modules that are called after plain words, which name fields, options and files as well.
_WORDS = frozenset(
    """
    array arrow black box build calendar click cmd code colour commands compiler construct copy
    dash dataset datasets distributed email evaluate exceptions fabric fire flower formatter
    future glob invoke keyboard keyword locale mock new notebook numbers operator panel parse
    parser pattern platform profile queue random ray regex repr resource responses retry rich
    salt schedule schema select sets sh signal site stat statistics string supervisor symbol
    tables test text this thread time token trace transitions types user validators warnings
    wheel
    """.split()  # noqa: SIM905 -- a list of words reads as one
)
_WORD = 0.75
_NOTHING, _POPULAR = Renown(weight=0.0), Renown(weight=0.0, popular=True)


def evidence(name: str, knowledge: Knowledge) -> Renown:
    """Return how much a name is worth as a sign that modules are listed where it stands."""
    found = locate(name, knowledge)
    if found is None:
        return _POPULAR if normalised(name.replace(" ", "-")) in popular() else _NOTHING
    weight = _WEIGHTS.get(found.state, 0.4)
    if found.state is State.STDLIB and found.spelling:
        weight = _ODD_CASE if _is_odd(name) else _OTHER_CASE
    elif name.lower() in _WORDS:
        weight = min(weight, _WORD)
    return Renown(weight=weight, id=_id(found), imports=found.imports)


def _is_odd(name: str) -> bool:
    """Whether capitals stand where no language sets them: `tKinter`, `unitTest`."""
    return name[:1].islower() and not name.islower()


def _id(found: Identity) -> str:
    return found.id or ""
