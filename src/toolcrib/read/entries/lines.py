"""Which lines of paragraphs are entries."""

from collections import Counter
from collections.abc import Iterator, Sequence

from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known, is_import
from toolcrib.read.entries.prose import spoken_of
from toolcrib.read.entries.readings import CODE, HEAD, TAIL, Fit, fit, shared_words
from toolcrib.read.entries.shape import is_label
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.taken import PROSE, Taken
from toolcrib.read.entries.verdict import BY_CHANCE, Verdict, Verdicts
from toolcrib.read.entries.zones import separator
from toolcrib.text.styled import Styled

# Shares of known names from which on lines are a list: of a few lines, and of many of one form.
_FEW, _SOME, _MANY, _REGULAR = 0.4, 0.05, 8, 0.6

# From which weights on a line's names count.
_LINE_FLOORS = ((CODE, 0.15), (HEAD, 0.4), (TAIL, KNOWN))

# Where so many are known, lines of plain words are doubted; at the end, more than one of them.
_MOSTLY, _CLOSING = 0.5, 2

# The least weight of a name among others behind a label.
_PLAIN = 0.45


def lines_taken(pool: Sequence[Slot], known: Known, verdicts: Verdicts) -> list[Taken]:
    """Take the lines of paragraphs that read `name - purpose` or are nothing but names."""
    words = shared_words(pool, known)
    readings = [(fit(way, pool, known, words), floor) for way, floor in _LINE_FLOORS]
    likely = [
        one
        for number, slot in enumerate(pool)
        if (one := _line(slot, number, readings)) is not None
    ]
    sure = [line for line in likely if any(c.weight >= KNOWN for c in line.names)]
    few = len(sure) > 1 and len(sure) >= _FEW * len(likely)
    many = len(likely) >= _MANY and len(sure) >= _SOME * len(likely) and _is_regular(likely, pool)
    share = len(sure) / max(len(likely), 1)
    verdicts[pool[0].pool] = Verdict(
        way="line", score=share, needed=_FEW, listed=few or many, size=len(pool)
    )
    listed = likely if few or many else list(_by_themselves(likely, pool))
    listed = list(_meant(listed)) if share >= _MOSTLY else listed
    listed += _labelled(pool, listed, readings[-1][0])
    lines = {one.slot.line for one in listed}
    others = spoken_of([slot for slot in pool if slot.line not in lines], known)
    prose = [Taken(slot=one.slot, names=one.names, way=PROSE) for one in others]
    return [*listed, *prose]


def _by_themselves(likely: Sequence[Taken], pool: Sequence[Slot]) -> Iterator[Taken]:
    """Yield lines that need no others like them: rows of names, and whole paragraphs of entries.

    A letter has a list in it, and its head, its greeting and its signature are lines as well.
    """
    sizes = Counter(slot.run for slot in pool if slot.text)
    found: dict[tuple[str, int], list[Taken]] = {}
    for one in likely:
        found.setdefault(one.slot.run, []).append(one)
    for run, lines in found.items():
        sure = [one for one in lines if any(c.weight >= KNOWN for c in one.names)]
        named = [one for one in lines if any(c.weight >= LIKELY for c in one.names)]
        several = len(sure) > 1 and len(named) >= max(BY_CHANCE, _REGULAR * len(lines))
        program = all(is_import(one.slot.text) for one in lines)
        whole = several and len(lines) >= _REGULAR * sizes[run] and not program
        yield from lines if whole else (one for one in sure if _is_row_of_names(one))


def _meant(listed: Sequence[Taken]) -> Iterator[Taken]:
    """Leave out plain words that look like entries among lines of which most are known modules.

    They are those of a paragraph, or of a section of lone lines, that names no module at all, and
    several at the end of all: a glossary ends with what is no module, a list with closing words.
    """
    sizes = Counter(one.slot.run for one in listed)
    groups: dict[tuple[object, ...], list[Taken]] = {}
    for one in listed:
        run = one.slot.run if sizes[one.slot.run] > 1 else ("section", one.slot.section)
        groups.setdefault(run, []).append(one)
    words = {id(one) for one in listed if _is_word(one)}
    telling = (group for group in groups.values() if not words.issuperset(map(id, group)))
    meant = {id(one) for group in telling for one in group}
    last = max((n for n, one in enumerate(listed) if id(one) not in words), default=-1)
    lone = all(sizes[one.slot.run] == 1 for one in listed[last + 1 :])
    end = last + 1 if lone and len(listed) - last > _CLOSING else len(listed)
    return (one for one in listed[:end] if id(one) in meant)


def _is_word(one: Taken) -> bool:
    """Whether no name of an entry is known, marked, or of a shape that words have not."""
    return all(
        not name.id and name.weight < HEAD.needed and not any(name.text.styles)
        for name in one.names
    )


def _is_row_of_names(one: Taken) -> bool:
    """Whether a line is nothing but known names: "numpy · pandas · polars"."""
    known = all(name.weight >= KNOWN for name in one.names)
    return known and len(one.names) >= BY_CHANCE and _says_nothing_else(one)


def _says_nothing_else(one: Taken) -> bool:
    letters = sum(map(str.isalnum, one.slot.text.text))
    return letters == sum(map(str.isalnum, "".join(name.text.text for name in one.names)))


def _is_sentence(one: Taken) -> bool:
    """Whether words join marked ones that nobody knows: "Set `TZ` to `Asia/Tokyo`"."""
    several = len(one.names) > 1 and all(name.weight < LIKELY for name in one.names)
    return several and not one.slot.halves[1] and not _says_nothing_else(one)


def are_names(names: Sequence[Candidate]) -> bool:
    """Whether all of several words look like names, be some unknown, as behind a label of them."""
    # What is known as something else, such as a program, and what has a capital, is no module.
    doubtful = (c.weight < LIKELY and (c.id or c.written[:1].isupper()) for c in names)
    several = len(names) > 1 and min(c.weight for c in names) >= _PLAIN
    enough = sum(c.weight for c in names) >= HEAD.needed * len(names)
    return several and enough and not any(doubtful)


def _labelled(pool: Sequence[Slot], listed: Sequence[Taken], tails: Fit) -> Iterator[Taken]:
    """Yield what stands behind the label of a line among such lines: "Arabic: camel-tools, …"."""
    runs = Counter(one.slot.run for one in listed if one.way == TAIL.name)
    lines = {one.slot.line for one in listed}
    for slot, names in zip(pool, tails.found, strict=True):
        if runs[slot.run] > 1 and slot.line not in lines and are_names(names):
            yield Taken(slot=slot, names=names, way=TAIL.name)


def _line(slot: Slot, number: int, readings: Sequence[tuple[Fit, float]]) -> Taken | None:
    for reading, floor in readings:
        names = reading.found[number]
        likely = all(c.weight >= floor and not is_label(c.written) for c in names)
        mixed = reading.way is TAIL and any(c.weight >= KNOWN for c in names) and are_names(names)
        taken = Taken(slot=slot, names=names, way=reading.way.name)
        if names and (likely or mixed):
            return None if _is_sentence(taken) else taken
    return None


def _is_regular(likely: Sequence[Taken], pool: Sequence[Slot]) -> bool:
    """Whether most lines are of one form: a name and one and the same mark behind it."""
    lines = [slot for slot in pool if slot.text]
    marks = Counter(_mark(one.slot.text) for one in likely)
    return len(likely) >= _REGULAR * len(lines) and max(marks.values()) >= _REGULAR * len(likely)


def _mark(text: Styled) -> str:
    found = separator(text)
    return text.text[slice(*found)].strip() if found else ""
