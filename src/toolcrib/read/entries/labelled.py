"""Modules that stand behind a label: "Libraries: `numpy`, `pandas`", "Backend: Flask".

So a README tells what a project is made of. The label says nothing; what stands behind it decides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from toolcrib.read.entries.lines import are_names
from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known, bare_names
from toolcrib.read.entries.products import is_for_any_language
from toolcrib.read.entries.readings import TAIL, Words, fit
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.verdict import BY_CHANCE, STRONG, sure_share
from toolcrib.read.entries.zones import head_and_tail, separator
from toolcrib.text.styled import Style, Styled

# How many words a label has; one that no colon ends has to be bold, and is shorter.
_LABEL_WORDS, _BOLD_WORDS = 5, 3

# Names have such a share of the letters behind a label: with less it is a sentence.
_LETTERS = 0.5

# From this weight on the shape alone tells a name from a word: `python-docx`.
_TELLING = 0.6

_BRACKETED = re.compile(r"[(（]([^()（）]*)[)）][.。]?")


def by_label(slots: Sequence[Slot], believed: Sequence[Taken], known: Known) -> Iterator[Taken]:
    """Take what stands behind a label that comes again and again, always with modules.

    So sections tell the same of each week: its topic, its library, its homework. Where titles are
    the modules, such a label says something about them.
    """
    if any(one.slot.run[0] == "heading" for one in believed):
        return
    taken = {(one.slot.node, one.slot.line) for one in believed}
    labelled: dict[str, list[Slot]] = {}
    for slot in slots:
        if slot.run[0] == "item" and slot.halves[1] and (slot.node, slot.line) not in taken:
            labelled.setdefault(slot.halves[0].text.strip().casefold(), []).append(slot)
    for label, found in labelled.items():
        reading = fit(TAIL, found, known, Words())
        if len(found) < BY_CHANCE or sure_share(reading) < STRONG or known(label).weight >= KNOWN:
            continue
        for slot, names in zip(found, reading.found, strict=True):
            if names and (min(c.weight for c in names) >= LIKELY or are_names(names)):
                yield Taken(slot=slot, names=names, way=TAIL.name)


def behind_labels(
    slots: Sequence[Slot], believed: Sequence[Taken], known: Known
) -> Iterator[Taken]:
    """Take what stands behind labels of which each is there but once.

    Several modules are a list by themselves: "Libraries: numpy, pandas". One alone is an entry
    where its siblings have labels too, and name something: "Backend: Flask", "Database: MySQL".
    """
    taken = {(one.slot.node, one.slot.line) for one in believed}
    for run in _runs(slots, believed):
        free = [slot for slot in run if (slot.node, slot.line) not in taken]
        found = [_behind(slot, known) for slot in free]
        if not any(found) or (len(free) == len(run) and not any(map(_tells, found))):
            continue
        roles = _are_roles(run, found, known)
        for slot, names in zip(free, found, strict=True):
            kept = tuple(c for c in names if c.weight >= LIKELY or _is_name(c, known))
            if _are_enough(names, known, roles=roles) and not all(map(_is_product, kept)):
                column = 1 if slot.run[0] == "row" else -1
                yield Taken(slot=slot, names=kept, way=TAIL.name, column=column)


def _runs(slots: Sequence[Slot], believed: Sequence[Taken]) -> Iterator[list[Slot]]:
    """Yield the runs in which labels may stand; paragraphs of one line each are one run."""
    read = {one.slot.run for one in believed if one.slot.run[0] != "item"}
    sizes = Counter(slot.run for slot in slots)
    runs: dict[tuple[object, ...], list[Slot]] = {}
    for slot in slots:
        if slot.run[0] in ("item", "line", "row") and slot.run not in read:
            lone = slot.run[0] == "line" and sizes[slot.run] == 1
            key = ("lone lines", slot.section) if lone else slot.run
            runs.setdefault(key, []).append(slot)
    yield from runs.values()


def _are_roles(run: Sequence[Slot], found: Sequence[tuple[Candidate, ...]], known: Known) -> bool:
    """Whether most places of a run have labels, and more than one names something behind it."""
    naming = sum(any(_is_known(c, known) for c in names) for names in found)
    naming += len(run) - len(found)
    labels = sum(_labelled(slot, known) is not None for slot in run)
    return naming > 1 and len(run) >= BY_CHANCE and 2 * labels > len(run)


def _are_enough(names: Sequence[Candidate], known: Known, *, roles: bool) -> bool:
    """Whether names are a list: several, or one among roles or beside the language itself."""
    sure = sum(c.weight >= KNOWN or known(c.written).popular for c in names)
    alone = roles or (_tells(names) and any(map(_is_language, names)))
    return sure > 1 or (sure == 1 and alone)


def _is_product(name: Candidate) -> bool:
    return is_for_any_language(name) and name.written[:1].isupper()


def _tells(names: Sequence[Candidate]) -> bool:
    """Whether one of the names is a module, and nothing that other languages name as well."""
    return any(c.weight >= KNOWN and not is_for_any_language(c) and not _is_title(c) for c in names)


def _is_title(name: Candidate) -> bool:
    """Whether a name of the standard library is written as any word may be: "Cookie"."""
    return name.id.startswith("std:") and name.written[:1].isupper()


def _is_language(name: Candidate) -> bool:
    return name.written.casefold().startswith("python")


def _is_known(name: Candidate, known: Known) -> bool:
    """Whether a name is known, be it as that of a program or a language."""
    return name.weight >= KNOWN or (not name.id and known(name.written).weight > 0)


def _is_name(name: Candidate, known: Known) -> bool:
    """Whether an unknown name is one that many install, is set as code, or looks like no word."""
    coded = any(style & Style.CODE for style in name.text.styles)
    telling = name.weight >= _TELLING and name.written.islower()
    return not name.id and (coded or telling or known(name.written).popular)


def _behind(slot: Slot, known: Known) -> tuple[Candidate, ...]:
    """Return the names behind a label, if there is little else."""
    text = _labelled(slot, known)
    if text is None:
        return ()
    inside = {
        at for found in _BRACKETED.finditer(text.text) for at in text.starts[slice(*found.span())]
    }
    names = [name for name in bare_names(text, known) if name.text.starts[0] not in inside]
    said = sum(map(str.isalnum, _BRACKETED.sub("", text.text)))
    named = sum(map(str.isalnum, "".join(name.text.text for name in names)))
    return tuple(names) if named >= _LETTERS * said else ()


def _labelled(slot: Slot, known: Known) -> Styled | None:
    """Return what stands behind the label of a slot, or in brackets behind it: "Libraries (os)"."""
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
