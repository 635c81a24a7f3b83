"""Which runs of a document are entries, and how each is read."""

from collections import Counter
from collections.abc import Iterator, Sequence

from toolcrib.model.value import Value
from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known
from toolcrib.read.entries.prose import inline_of, spoken_of
from toolcrib.read.entries.readings import (
    BOLD,
    CODE,
    HEAD,
    LEAD,
    LINE_WAYS,
    LINK,
    TAIL,
    Fit,
    fit,
    part,
    shared_words,
)
from toolcrib.read.entries.shape import is_label
from toolcrib.read.entries.slot import Slot
from toolcrib.read.entries.tables import table
from toolcrib.read.entries.taken import PROSE, Taken, siblings
from toolcrib.read.entries.verdict import (
    BY_CHANCE,
    STRONG,
    Verdict,
    Verdicts,
    is_list,
    rank,
    verdict_on,
)
from toolcrib.read.entries.zones import separator
from toolcrib.text.styled import Styled

# By how much a run must fit another way better than that of its pool to be read in it.
_MARGIN = 0.25

# Among marked names that are mostly known, one of two or three plain words is a name as well.
_MARKED, _LEAST = ("code", "link", "bold"), 0.1

# Shares of known names from which on lines are a list: of a few lines, and of many of one form.
_FEW, _SOME, _MANY, _REGULAR = 0.4, 0.05, 8, 0.6

# From which weights on a line's names count.
_LINE_FLOORS = ((CODE, 0.15), (HEAD, 0.4), (TAIL, KNOWN))

# Shares of likely names: from the first on every run of a document is believed, from the second on
# those with a known name.
_CLEAR, _PERHAPS = 0.5, 0.15

# One line in so many that reads "name - purpose" makes a list of a letter.
_LISTED = 3

# Shares of known names from which on a table by itself is one of modules: of few, and of many.
_OF_SHARE, _ROWS_OF_MANY = {"row": 0.5, "record": 0.3}, 0.25


class Choice(Value, frozen=True, kw_only=True):
    """The slots that are entries, those that only looked like some, and the verdicts by run."""

    taken: tuple[Taken, ...]
    doubted: tuple[Taken, ...]
    verdicts: dict[tuple[object, ...], Verdict]


def choose(slots: Sequence[Slot], known: Known) -> Choice:
    """Return the slots that are entries.

    Every pool of runs is read in the way that makes most of it known or name-like; a run that fits
    another way much better is read in that; what fits no way well enough has no entries.
    """
    taken: list[Taken] = []
    verdicts: Verdicts = {}
    pools: dict[tuple[str, int, bool], list[Slot]] = {}
    for slot in slots:
        pools.setdefault(slot.pool, []).append(slot)
    for (kind, _, _), pool in pools.items():
        take = table if kind in _OF_SHARE else _lines if kind == "line" else _pool
        taken += take(pool, known, verdicts)
    believed = list(_believed(taken))
    believed = [*believed, *_in_sentences(slots, believed, known)]
    kept = {id(one) for one in believed}
    return Choice(
        taken=tuple(sorted(believed, key=lambda one: (one.slot.line, one.slot.node))),
        doubted=tuple(one for one in taken if id(one) not in kept),
        verdicts=verdicts,
    )


def _in_sentences(
    slots: Sequence[Slot], believed: Sequence[Taken], known: Known
) -> Iterator[Taken]:
    """Take what the sentences of a document name that lists nothing: an answer, a letter.

    Where there is a list, its introduction names some of the same, and that is no entry.
    """
    told = [one for one in believed if one.slot.run[0] == "line"]
    listed = [one for one in told if one.slot.halves[1] and one.way != TAIL.name]
    if len(told) < len(believed) or _LISTED * len(listed) > len(told):
        return
    lines = {one.slot.line for one in told}
    every = [slot for slot in slots if slot.run[0] == "line"]
    for one in inline_of(every, known, lines):
        yield Taken(slot=one.slot, names=one.names, way=PROSE)


def _believed(taken: Sequence[Taken]) -> Iterator[Taken]:
    """Leave out runs without a known name, unless the document as a whole lists modules.

    Parameters, options and fields look like modules one by one; that none of them is known tells.
    """
    rated = [(one, _likeness(one)) for one in taken]
    share = sum(weight >= LIKELY for _, weight in rated) / max(len(rated), 1)
    runs: dict[tuple[object, ...], list[float]] = {}
    for one, weight in rated:
        runs.setdefault(_siblings(one), []).append(weight)
    least = 0.0 if share >= _CLEAR else KNOWN if share >= _PERHAPS else 2.0
    believed = {run for run, weights in runs.items() if max(weights) >= least}
    clear = {run for run in believed if _is_clear(str(run[0]), runs[run])}
    listed = any(max(runs[run]) >= KNOWN for run in clear)
    return (one for one, _ in rated if _siblings(one) in (believed if listed else clear))


def _is_clear(kind: str, weights: Sequence[float]) -> bool:
    """Whether a table lists modules whatever else the document does; other runs always do.

    A table of options has a module's name in it by chance: `json` beside `timeout` and `retries`.
    """
    known = sum(weight >= KNOWN for weight in weights)
    share = known / len(weights)
    many = known >= BY_CHANCE and share >= _ROWS_OF_MANY
    return kind not in _OF_SHARE or not known or share >= _OF_SHARE[kind] or many


def _siblings(one: Taken) -> tuple[object, ...]:
    return siblings(one.slot)


def _likeness(one: Taken) -> float:
    return max(name.weight for name in one.names)


def _pool(pool: Sequence[Slot], known: Known, verdicts: Verdicts) -> Iterator[Taken]:
    words = shared_words(pool, known)
    fits = [fit(way, pool, known, words) for way in LINE_WAYS]
    best = max(fits, key=rank)
    runs: dict[tuple[str, int], list[int]] = {}
    for number, slot in enumerate(pool):
        runs.setdefault(slot.run, []).append(number)
    for numbers in runs.values():
        slots = [pool[number] for number in numbers]
        yield from _run(slots, [part(one, numbers) for one in fits], best, verdicts)


def _run(
    slots: Sequence[Slot], fits: Sequence[Fit], best: Fit, verdicts: Verdicts
) -> Iterator[Taken]:
    """Take the entries of a run; `best` is what fits its pool best."""
    mine = next(one for one in fits if one.way is best.way)
    own = max(fits, key=rank)
    chosen = own if own.score > mine.score + _MARGIN else mine
    strong = chosen.way.name in _MARKED and best.score >= STRONG and len(best.found) >= BY_CHANCE
    floor = _LEAST if strong else chosen.way.floor
    listed = is_list(chosen)
    verdicts[slots[0].run] = verdict_on(chosen, fits, listed=listed, floor=floor)
    if not listed:
        # Among others, a group may hold a marked module: only where such ones are read anyway.
        if best.score < best.way.needed or best.way.name not in _MARKED:
            return
        chosen, floor = mine, KNOWN
    others = [one for one in fits if one.way in (CODE, LINK, BOLD, HEAD, LEAD)]
    for number, slot in enumerate(slots):
        names = [c for c in chosen.found[number] if c.weight >= floor]
        # A slot may be set in another way than its siblings; what is known there for sure counts.
        names = names or _sure(one.found[number] for one in others)
        if names:
            yield Taken(slot=slot, names=tuple(names), way=chosen.way.name)


def _sure(readings: Iterator[tuple[Candidate, ...]]) -> list[Candidate]:
    known = ([c for c in names if c.weight >= KNOWN] for names in readings)
    return next((names for names in known if names), [])


def _lines(pool: Sequence[Slot], known: Known, verdicts: Verdicts) -> list[Taken]:
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
    listed = likely if few or many else [line for line in sure if _is_row_of_names(line)]
    lines = {one.slot.line for one in listed}
    others = spoken_of([slot for slot in pool if slot.line not in lines], known)
    prose = [Taken(slot=one.slot, names=one.names, way=PROSE) for one in others]
    return [*listed, *prose]


def _is_row_of_names(one: Taken) -> bool:
    """Whether a line is nothing but known names: "numpy · pandas · polars"."""
    known = all(name.weight >= KNOWN for name in one.names)
    letters = sum(map(str.isalnum, one.slot.text.text))
    named = sum(map(str.isalnum, "".join(name.text.text for name in one.names)))
    return known and len(one.names) >= BY_CHANCE and letters == named


def _line(slot: Slot, number: int, readings: Sequence[tuple[Fit, float]]) -> Taken | None:
    for reading, floor in readings:
        names = reading.found[number]
        if names and all(c.weight >= floor and not is_label(c.written) for c in names):
            return Taken(slot=slot, names=names, way=reading.way.name)
    return None


def _is_regular(likely: Sequence[Taken], pool: Sequence[Slot]) -> bool:
    """Whether most lines are of one form: a name and one and the same mark behind it."""
    lines = [slot for slot in pool if slot.text]
    marks = Counter(_mark(one.slot.text) for one in likely)
    return len(likely) >= _REGULAR * len(lines) and max(marks.values()) >= _REGULAR * len(likely)


def _mark(text: Styled) -> str:
    found = separator(text)
    return text.text[slice(*found)].strip() if found else ""
