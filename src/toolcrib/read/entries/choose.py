"""Which runs of a document are entries, and how each is read."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from toolcrib.model.value import Value
from toolcrib.read.entries.commands import commands
from toolcrib.read.entries.doubts import without_words
from toolcrib.read.entries.labelled import behind_labels, by_label
from toolcrib.read.entries.lines import are_names, lines_taken
from toolcrib.read.entries.names import KNOWN, LIKELY, Candidate, Known
from toolcrib.read.entries.products import is_language, others
from toolcrib.read.entries.prose import inline_of
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
from toolcrib.read.entries.shape import shape
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
    sure_share,
    verdict_on,
)

# By how much a run must fit another way better than that of its pool to be read in it.
_MARGIN = 0.25

# Among marked names that are mostly known, one of two or three plain words is a name as well.
_MARKED, _LEAST = ("code", "link", "bold"), 0.1

# From this weight on the shape alone tells a name from a word: `python-docx`.
_TELLING = 0.6

# Shares of likely names: from the first on every run of a document is believed, from the second on
# those with a known name.
_CLEAR, _PERHAPS = 0.5, 0.15

# One line in so many that reads "name - purpose" makes a list of a letter.
_LISTED = 3

# Shares of known names from which on a table by itself is one of modules: of few, and of many.
_OF_SHARE, _ROWS_OF_MANY = {"row": 0.5, "record": 0.3}, 0.25


class Choice(Value, frozen=True, kw_only=True):
    """The slots that are entries, those that only looked like some, and the verdicts by run.

    `programs` are the runs that name programs beside modules.
    """

    taken: tuple[Taken, ...]
    doubted: tuple[Taken, ...]
    verdicts: dict[tuple[object, ...], Verdict]
    programs: frozenset[tuple[str, int]]


def choose(slots: Sequence[Slot], known: Known) -> Choice:
    """Return the slots that are entries.

    Every pool of runs is read in the way that makes most of it known or name-like; a run that fits
    another way much better is read in that; what fits no way well enough has no entries.
    """
    taken: list[Taken] = []
    verdicts: Verdicts = {}
    pools: dict[tuple[str, int, bool], list[Slot]] = {}
    for slot in slots:
        if slot.run[0] != "item" or not is_language(slot):
            pools.setdefault(slot.pool, []).append(slot)
    for (kind, _, _), pool in pools.items():
        take = table if kind in _OF_SHARE else lines_taken if kind == "line" else _pool
        taken += take(pool, known, verdicts)
    beside = others(slots, known)
    believed = list(without_words(list(_believed(taken)), slots, known, beside))
    believed += _in_sentences(slots, believed, known)
    believed += by_label(slots, believed, known)
    believed += behind_labels(slots, believed, known)
    believed += commands(slots, believed, known)
    kept = {id(one) for one in believed}
    return Choice(
        taken=tuple(sorted(believed, key=lambda one: (one.slot.line, one.slot.node))),
        doubted=tuple(one for one in taken if id(one) not in kept),
        verdicts=verdicts,
        programs=beside.programs,
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
    listed = is_list(chosen) and not _is_remark(slots, chosen)
    verdicts[slots[0].run] = verdict_on(chosen, fits, listed=listed, floor=floor)
    if not listed:
        # Among others, a group may hold a marked module: only where such ones are read anyway.
        if best.score < best.way.needed:
            return
        if best.way.name not in _MARKED:
            yield from _leading(slots, fits)
            return
        chosen, floor = mine, KNOWN
    others = [one for one in fits if one.way in (CODE, LINK, BOLD, HEAD, LEAD)]
    for number, slot in enumerate(slots):
        names = [c for c in chosen.found[number] if c.weight >= floor]
        if chosen.way is TAIL and are_names(chosen.found[number]):
            names = list(chosen.found[number])
        # A slot may be set in another way than its siblings; what is known there for sure counts.
        names = names or _sure(one.found[number] for one in others)
        if names:
            yield Taken(slot=slot, names=tuple(names), way=chosen.way.name)


def _is_remark(slots: Sequence[Slot], chosen: Fit) -> bool:
    """Whether one item or two set a word within a sentence as code: "The `commands` menu"."""
    names = [(slot, found[0]) for slot, found in zip(slots, chosen.found, strict=True) if found]
    few = chosen.way is CODE and len(slots) < BY_CHANCE and sure_share(chosen) == 0
    return few and all(
        any(map(str.isalpha, slot.text.text[: bisect_left(slot.text.starts, name.text.starts[0])]))
        for slot, name in names
    )


def _leading(slots: Sequence[Slot], fits: Sequence[Fit]) -> Iterator[Taken]:
    """Take names that no word looks like where sentences begin with them: "pytest-xdist now …"."""
    reading = next(one for one in fits if one.way is LEAD)
    for slot, names in zip(slots, reading.found, strict=True):
        if names and all(c.weight >= KNOWN and shape(c.written) >= _TELLING for c in names):
            yield Taken(slot=slot, names=names, way=LEAD.name)


def _sure(readings: Iterator[tuple[Candidate, ...]]) -> list[Candidate]:
    known = ([c for c in names if c.weight >= KNOWN] for names in readings)
    return next((names for names in known if names), [])
