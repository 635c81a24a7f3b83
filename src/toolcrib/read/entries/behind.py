"""What stands behind a label: "Libraries: `numpy`, `pandas`", "Backend: Flask", "Web (bottle)"."""

import re

from toolcrib.model.value import Value
from toolcrib.read.entries.names import KNOWN, Candidate, Known, bare_names
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.zones import head_and_tail, separator
from toolcrib.text.styled import Style, Styled

# How many words a label has; one that no colon ends has to be bold, and is shorter.
_LABEL_WORDS, _BOLD_WORDS = 5, 3

# Names have such a share of the letters behind a label: with less it is a sentence.
_LETTERS = 0.33

_BRACKETED = re.compile(r"[(（\[]([^()（）\[\]]*)[)）\]][.。]?")

# The language leads what is written in it: "Python 3.12, Flask", "Python (Flask, SQLAlchemy)".
_LANGUAGE = re.compile(
    r"\s*Python(?:\s*v?\d[\d.x]*\+?)?\s*(?:$|[,;，、/·&+|]\s*|[(（]([^()（）]*)[)）]\W*)",
    re.IGNORECASE,
)


class Behind(Value, frozen=True, kw_only=True):
    """The names behind a label, whether the language is named there, and whether it is a label."""

    names: tuple[Candidate, ...] = ()
    language: bool = False
    labelled: bool = False


def behind(slot: Slot, known: Known) -> Behind:
    """Return what stands behind the label of a place; a sentence has no names."""
    labelled = _labelled(slot, known)
    if labelled is None:
        return Behind()
    text, language = _without_language(labelled, known)
    inside = {
        at for found in _BRACKETED.finditer(text.text) for at in text.starts[slice(*found.span())]
    }
    names = [name for name in bare_names(text, known) if name.text.starts[0] not in inside]
    said = sum(map(str.isalnum, _BRACKETED.sub("", text.text)))
    named = sum(map(str.isalnum, "".join(name.text.text for name in names)))
    kept = tuple(names) if named >= _LETTERS * said else ()
    return Behind(names=kept, language=language, labelled=True)


def _labelled(slot: Slot, known: Known) -> Styled | None:
    """Return the text behind a label, or in brackets behind it, or in the cell beside it."""
    if slot.run[0] == "row":
        return _in_second_cell(slot, known)
    found = separator(slot.text)
    if found is None:
        return _in_brackets(slot.text, known)
    head, tail = slot.halves
    colon = slot.text.text[slice(*found)].strip() in (":", "：")
    bold = all(style & Style.BOLD for style in head.styles)
    words = len(head.text.split())
    short = 0 < words <= (_LABEL_WORDS if colon else _BOLD_WORDS * bold)
    if not short or known(head.text.strip()).weight >= KNOWN:
        return None
    return head_and_tail(tail)[0]


def _in_second_cell(slot: Slot, known: Known) -> Styled | None:
    label, *cells = slot.cells
    named = known(label.text.strip()).weight >= KNOWN
    return cells[0] if cells and cells[0] and label and not named and not slot.header else None


def _in_brackets(text: Styled, known: Known) -> Styled | None:
    match = _BRACKETED.search(text.text)
    if match is None or match.end() < len(text.text.rstrip()) or not match.start():
        return None
    names = text.part(*match.span(1))
    several = [c.weight >= KNOWN for c in bare_names(names, known)]
    short = len(text.text[: match.start()].split()) <= _LABEL_WORDS
    return names if short and len(several) > 1 and all(several) else None


def _without_language(text: Styled, known: Known) -> tuple[Styled, bool]:
    """Return a text without the language in front; in brackets behind it stands what is meant."""
    match = _LANGUAGE.match(text.text)
    if match is None:
        return text, False
    inside = text.part(*match.span(1)) if match[1] else None
    if inside is not None and any(c.weight >= KNOWN for c in bare_names(inside, known)):
        return inside, True
    return text.part(match.end(), len(text.text)), True
