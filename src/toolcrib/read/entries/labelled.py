"""Modules that stand behind a label: "Libraries: `numpy`, `pandas`", "Backend: Flask".

So a README tells what a project is made of. The label says nothing; what stands behind it decides.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from toolcrib.read.entries.behind import Behind, behind
from toolcrib.read.entries.lines import are_names
from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known
from toolcrib.read.entries.products import is_for_any_language, is_foreign
from toolcrib.read.entries.readings import TAIL, Words, fit
from toolcrib.read.entries.shape import is_token
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import Taken
from toolcrib.read.entries.verdict import BY_CHANCE, STRONG, sure_share
from toolcrib.text.styled import Style

# From this weight on the shape alone tells a name from a word: `python-docx`.
_TELLING = 0.6

Pool = tuple[str, int, bool]


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
    beside the language, or where its siblings have labels too, and the lists of the document name
    something behind theirs: "Backend: Flask", "Database: MySQL".
    """
    taken = {(one.slot.node, one.slot.line) for one in believed}
    runs = [[(slot, behind(slot, known)) for slot in run] for run in _runs(slots, believed, taken)]
    entered = {one.slot.run for one in believed if one.slot.run[0] == "item"}
    naming, languages = Counter[Pool](), set[Pool]()
    for run in runs:
        for slot, found in run:
            naming[slot.pool] += found.language or any(_is_known(c, known) for c in found.names)
            languages |= {slot.pool} if found.language else set()
    for run in runs:
        pool = run[0][0].pool
        stack = pool in languages
        labelled = 2 * sum(found.labelled for _, found in run) > len(run)
        roles = labelled and naming[pool] > 1
        told = any(_tells(found.names, stack=stack) for _, found in run)
        if told or run[0][0].run in entered:
            for slot, found in run:
                yield from _taken(slot, found, known, alone=roles or found.language, stack=stack)


def _taken(slot: Slot, found: Behind, known: Known, *, alone: bool, stack: bool) -> Iterator[Taken]:
    """Take several names, or one where one `alone` is enough."""
    least = LIKELY if stack and alone else KNOWN
    sure = sum(
        c.weight >= least or (_is_marked(c) and known(c.written).popular) for c in found.names
    )
    coded = [c for c in found.names if _is_coded(c)]
    among = 2 * sum(c.weight >= KNOWN for c in coded) >= len(coded)
    series = _is_series(found.names, known)
    kept = tuple(
        c
        for c in found.names
        if c.weight >= LIKELY
        or _is_name(c, known)
        or (
            not c.id
            and (
                (among and _is_coded(c))
                or (series and is_token(c.written) and c.written[0].isupper())
            )
        )
    )
    if sure > (0 if alone else 1) and not all(map(_is_product, kept)):
        column = 1 if slot.run[0] == "row" else -1
        yield Taken(slot=slot, names=kept, way=TAIL.name, column=column)


def _is_series(names: Sequence[Candidate], known: Known) -> bool:
    """Whether names are modules but for a few unknown ones, which may be misspelt: no products."""
    sure = sum(c.weight >= KNOWN for c in names)
    others = [c for c in names if c.weight < LIKELY]
    products = any(known(c.written).weight > 0 or is_foreign(c.written) for c in others)
    return sure >= BY_CHANCE and 2 * len(others) <= sure and not products


def _runs(
    slots: Sequence[Slot], believed: Sequence[Taken], taken: Collection[tuple[int, int]]
) -> Iterator[list[Slot]]:
    """Yield the places of runs that are not taken; paragraphs of one line each are one run."""
    read = {one.slot.run for one in believed if one.slot.run[0] != "item"}
    sizes = Counter(slot.run for slot in slots)
    runs: dict[tuple[object, ...], list[Slot]] = {}
    for slot in slots:
        free = slot.run not in read and (slot.node, slot.line) not in taken
        if slot.run[0] in ("item", "line", "row") and free:
            lone = slot.run[0] == "line" and sizes[slot.run] == 1
            key = ("lone lines", slot.section) if lone else slot.run
            runs.setdefault(key, []).append(slot)
    yield from runs.values()


def _is_product(name: Candidate) -> bool:
    return is_for_any_language(name) and name.written[:1].isupper()


def _tells(names: Sequence[Candidate], *, stack: bool) -> bool:
    """Whether one of the names is a module, and nothing that other languages name as well."""
    least = LIKELY if stack else KNOWN
    return any(c.weight >= least and not is_for_any_language(c) and not _is_title(c) for c in names)


def _is_title(name: Candidate) -> bool:
    """Whether a name of the standard library is written as any word may be: "Cookie"."""
    return name.id.startswith("std:") and name.written[:1].isupper()


def _is_coded(name: Candidate) -> bool:
    return any(style & Style.CODE for style in name.text.styles)


def _is_marked(name: Candidate) -> bool:
    """Whether a name is set as code, or has a shape that words and products have not."""
    return _is_coded(name) or name.weight >= _TELLING


def _is_known(name: Candidate, known: Known) -> bool:
    """Whether a name is known, be it as that of a program or a language."""
    return name.weight >= LIKELY or (not name.id and known(name.written).weight > 0)


def _is_name(name: Candidate, known: Known) -> bool:
    """Whether an unknown name is one that many install, or looks like no word."""
    telling = name.weight >= _TELLING and name.written.islower()
    return not name.id and (telling or known(name.written).popular)
