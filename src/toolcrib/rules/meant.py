"""Whether a text means a name as one types it, or speaks of what is called so."""

import re
from collections.abc import Sequence
from functools import lru_cache

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import Identity, State
from toolcrib.model.mention import Sense
from toolcrib.model.module import normalised
from toolcrib.rules.rule import first_choice, name_of

_INSTALL = re.compile(r"\bpip3?\s+install\s+((?:[^\n\\`<]|\\\n)*)")
_NAME = re.compile(r"(?<![\w./:=<>~!-])[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?(?![\w/:])", re.ASCII)
_INDEX = "index"
_DECLARED = ("requirement", "command")
_PYTHON_2 = re.compile(r"\bpython[\s-]?2\b(?!\s*(?:and|et|und|y|e|/|or)\s*3)", re.IGNORECASE)


def is_typed(judged: Judged, page: Sheet) -> bool:
    """Return whether the namesake of a project is what somebody gets who follows the text.

    That is so where the text installs it under that name, not where it installs what is meant, nor
    where names are written as those of products and nothing else shows that one types them, nor of
    a program among programs.
    """
    identity, mention = judged.identity, judged.mention
    installed = installs(page.lines)
    if normalised(identity.namesake or mention.written) in installed:
        return True
    if any(normalised(name_of(id_, identity)) in installed for id_ in identity.candidates):
        return False
    if identity.state is State.PROGRAM:
        return mention.sense is Sense.TYPED
    shown = identity.source.startswith(_INDEX)  # link, example or purpose lead elsewhere
    return shown or mention.sense is not Sense.BRAND


def is_product(judged: Judged) -> bool:
    """Return whether a name may well be that of a product which is no module: "Recharts"."""
    mention = judged.mention
    return mention.sense is not Sense.TYPED and mention.written[:1].isupper()


def unless_product(judged: Judged, _: Sheet) -> Level | None:
    """Return how bad an unknown name is: a warning where it may be a product."""
    return Level.WARNING if is_product(judged) else None


def unless_import_name(judged: Judged, page: Sheet) -> Level | None:
    """Return how bad a namesake is: a warning where the name is right for whoever imports it.

    A text that installs the namesake, or declares it as a requirement, is wrong by all means.
    """
    identity, mention = judged.identity, judged.mention
    typed = mention.form in _DECLARED or normalised(identity.namesake) in installs(page.lines)
    return None if typed or identity.state is not State.IMPORT_NAME else Level.WARNING


def is_other_case(judged: Judged, page: Sheet) -> bool:
    """Return whether a name of Python 2 is but that of Python 3, as people write products.

    A text that is about Python 2, or names other modules of it, means that one.
    """
    if judged.mention.sense is Sense.TYPED or not differs_in_case(judged.identity):
        return False
    others = (one.identity for one in page.judged if one.identity.state is State.PYTHON2)
    return all(map(differs_in_case, others)) and not any(map(_PYTHON_2.search, page.lines))


def differs_in_case(identity: Identity) -> bool:
    """Return whether Python 3 has a module of Python 2 in small letters."""
    renamed = first_choice(identity) == identity.name.lower() != identity.name
    return identity.state is State.PYTHON2 and renamed


@lru_cache(maxsize=4)
def installs(lines: Sequence[str]) -> frozenset[str]:
    """Return what the lines of a text install with pip, as normalised names."""
    found = _INSTALL.findall("\n".join(lines))
    return frozenset(normalised(name) for names in found for name in _NAME.findall(names))
