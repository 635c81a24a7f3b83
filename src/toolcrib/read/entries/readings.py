"""The ways to read a run, and how well each fits it."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from toolcrib.model.value import Value
from toolcrib.read.entries.names import (
    KNOWN,
    LIKELY,
    Candidate,
    Known,
    bare_names,
    confirmed,
    is_command,
    joined_names,
    marked_names,
    shortened,
)
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.zones import lead, separator
from toolcrib.text.styled import Style, Styled

# As a plain number: it is asked for each character.
_MARKS = int(Style.CODE | Style.BOLD | Style.LINK)

# A head that is there three times and no module is a label: nobody lists a module three times.
_OFTEN = 3

_SENTENCE_END = re.compile(r"\w[.!?]\s|[。！？]")

# How far a mark may be from the name that it belongs to.
_NEAR = 8

# More words than these before a name, and it stands in a sentence.
_INTRODUCED = 2

_COMMAS = (",", ";", "，", "；", "、", "\u060c", "\u061b")

Find = Callable[[Slot, Known], list[Candidate]]


class Way(Value, frozen=True, kw_only=True):
    """One way to read a slot; `bonus` decides between ways that fit equally well.

    `floor` is the weight from which on a single candidate counts, `needed` the mean of a run.
    """

    name: str
    find: Find
    bonus: float
    floor: float
    needed: float
    column: int = -1


class Fit(Value, frozen=True, kw_only=True):
    """What a way makes of slots: candidates by slot, and the mean of their weights."""

    way: Way
    found: tuple[tuple[Candidate, ...], ...]
    score: float


def _head(slot: Slot) -> Styled:
    return slot.halves[0]


def _tail(slot: Slot) -> Styled:
    head, tail = slot.halves
    return tail if len(head.text.split()) <= 4 else tail.part(0, 0)  # noqa: PLR2004 -- a role, no sentence


def _whole(slot: Slot) -> Styled:
    return slot.text


def _marked(
    zone: Callable[[Slot], Styled], style: Style, slot: Slot, known: Known
) -> list[Candidate]:
    text = zone(slot)
    if style is not Style.BOLD and _is_in_sentence(text, style):
        return []
    found = _without_parts(text, marked_names(text, style, known), style)
    found = _with_brackets(text, found, known)
    return [*found, *_series(slot, style, known)] if zone is _head and found else found


def _series(slot: Slot, style: Style, known: Known) -> Iterator[Candidate]:
    """Yield names behind the first purpose, each with its own: "`os` - paths, `re` - patterns"."""
    text = slot.text
    first = len(slot.halves[0].text)
    for start, end in text.stretches(style) if slot.halves[1] else ():
        before = text.text[max(start - _NEAR, 0) : start].rstrip()
        listed = start > first and before.endswith(_COMMAS)
        # A stretch of the line, not all of it: there may be thousands of names.
        behind = separator(text.part(start, end + _NEAR)) if listed else None
        if behind and not text.text[end : start + behind[0]].strip():
            yield from joined_names(text, start, end, known)


def _is_in_sentence(text: Styled, style: Style) -> bool:
    """Whether the first marked word comes late, or as a remark: "count words with `Counter`"."""
    marked = text.stretches(style)
    before = text.text[: marked[0][0]] if marked else ""
    if before.rstrip().endswith(("(", "（")) or _SENTENCE_END.search(before):
        return True
    if len(before.split()) <= _INTRODUCED:
        return False
    found = separator(text)
    return found is None or found[1] > marked[0][0]


def _without_parts(text: Styled, found: list[Candidate], style: Style) -> list[Candidate]:
    """Leave out unknown code in brackets behind a module: "`pandas` for tables (`DataFrame`)"."""
    if style is not Style.CODE or len(found) < 2 or found[0].weight < KNOWN:  # noqa: PLR2004 -- one
        return found
    starts = [bisect_left(text.starts, name.text.starts[0]) for name in found]
    return [
        name
        for name, start in zip(found, starts, strict=True)
        if name.weight >= LIKELY or not text.text.endswith(("(", "（"), 0, start)
    ]


def _with_brackets(text: Styled, found: list[Candidate], known: Known) -> list[Candidate]:
    """Add what a bracket names where nothing else is a module: `tesseract` (via `pytesseract`)."""
    if len(found) == 1 and known(found[0].written).weight < KNOWN:
        others = [c for c in bare_names(text, known) if known(c.written).weight >= KNOWN]
        found += [c for c in others if c.text.starts != found[0].text.starts]
    return found


def _bare(zone: Callable[[Slot], Styled], slot: Slot, known: Known) -> list[Candidate]:
    text = zone(slot)
    return bare_names(text, known) if text.text else []


def _lead(slot: Slot, known: Known) -> list[Candidate]:
    """Take the first word of a sentence: "requests is the HTTP library"."""
    head, tail = slot.halves
    if any(style & _MARKS for style in _begun(head).styles) or is_command(slot.text):
        return []
    rest = head.text.split()[1:]
    is_sentence = len(rest) > 1 or not "".join(rest).isascii()
    first = lead(slot.text)
    if not is_sentence or tail:
        return bare_names(head, known)
    if first.text.endswith(_COMMAS):
        several = bare_names(head, known)
        if len(several) > 1 and all(c.weight >= KNOWN for c in several):
            return several
    return bare_names(first, known)


def _begun(head: Styled) -> Styled:
    """Return the first words of a head, as many as may introduce a name."""
    words = [match.end() for match in re.finditer(r"\S+", head.text)]
    return head.part(0, words[min(_INTRODUCED, len(words) - 1)]) if words else head


def _cell(column: int, slot: Slot, known: Known) -> list[Candidate]:
    if column >= len(slot.cells) or not slot.cells[column]:
        return []
    cell = slot.cells[column]
    for style in (Style.CODE, Style.LINK):
        if found := marked_names(cell, style, known):
            return _with_brackets(cell, found, known)
    return bare_names(cell, known)


CODE = Way(
    name="code", find=partial(_marked, _head, Style.CODE), bonus=0.06, floor=0.15, needed=0.35
)
LINK = Way(
    name="link", find=partial(_marked, _head, Style.LINK), bonus=0.05, floor=0.25, needed=0.4
)
BOLD = Way(
    name="bold", find=partial(_marked, _head, Style.BOLD), bonus=0.04, floor=0.25, needed=0.45
)
HEAD = Way(name="head", find=partial(_bare, _head), bonus=0.03, floor=0.3, needed=0.5)
ALL_CODE = Way(
    name="all code", find=partial(_marked, _whole, Style.CODE), bonus=0.01, floor=0.2, needed=0.45
)
ALL_LINKS = Way(
    name="all links", find=partial(_marked, _whole, Style.LINK), bonus=0.0, floor=0.3, needed=0.5
)
WHOLE = Way(name="whole", find=partial(_bare, _whole), bonus=0.0, floor=0.3, needed=0.5)
TAIL = Way(name="tail", find=partial(_bare, _tail), bonus=-0.02, floor=LIKELY, needed=0.6)
LEAD = Way(name="lead", find=_lead, bonus=-0.04, floor=0.45, needed=0.6)

LINE_WAYS = (CODE, LINK, BOLD, HEAD, ALL_CODE, ALL_LINKS, WHOLE, TAIL, LEAD)
"""How a line, an item or a heading may be read."""


def column_way(column: int) -> Way:
    """Return the way that takes the names from one column of a table."""
    find = partial(_cell, column)
    return Way(name="column", find=find, bonus=-0.01 * column, floor=0.2, needed=0.4, column=column)


class Words(Value, frozen=True, kw_only=True):
    """What the slots of a pool share: `labels` are no names, `affixes` stand beside names."""

    labels: frozenset[str] = frozenset()
    affixes: frozenset[str] = frozenset()


def fit(way: Way, slots: Sequence[Slot], known: Known, words: Words) -> Fit:
    """Read slots in a way and weigh the result."""
    return _weighed(way, [tuple(_read(way, slot, known, words)) for slot in slots])


def part(whole: Fit, numbers: Sequence[int]) -> Fit:
    """Return what a way makes of some of the slots that it was read for."""
    return _weighed(whole.way, [whole.found[number] for number in numbers])


def _weighed(way: Way, found: Sequence[tuple[Candidate, ...]]) -> Fit:
    size = max(len(found), 1)
    weights = (sum(c.weight for c in names) / len(names) for names in found if names)
    # Several names in a slot are a little better than one: nothing is left unread.
    extra = 0.01 * sum(len(names) - 1 for names in found if names) / size
    return Fit(way=way, found=tuple(found), score=sum(weights) / size + min(extra, 0.02))


def _read(way: Way, slot: Slot, known: Known, words: Words) -> Iterator[Candidate]:
    for name in way.find(slot, known):
        for short in shortened(name, words.affixes, known):
            if short.written.casefold() not in words.labels:
                yield confirmed(short, slot.installed)


def shared_words(slots: Sequence[Slot], known: Known) -> Words:
    """Return the words that come again and again in heads without being modules."""
    heads = [_head(slot).text.casefold().strip(" :：") for slot in slots]
    labels = {head for head, count in Counter(heads).items() if count >= _OFTEN}
    counts: Counter[str] = Counter()
    for head in heads:
        parts = head.split()
        if 1 < len(parts) <= 4:  # noqa: PLR2004 -- a name and a few words, no sentence
            counts.update({part.strip("()[]:：") for part in parts})
    least = max(_OFTEN, 0.3 * len(slots))
    affixes = {word for word, count in counts.items() if count >= least}
    return Words(
        labels=frozenset(head for head in labels if known(head).weight < KNOWN),
        affixes=frozenset(word for word in affixes if known(word).weight < KNOWN),
    )
