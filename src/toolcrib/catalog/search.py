"""A question to the modules and tasks that answer it.

The scorer is small on purpose: all knowledge is in the bundle, all figures are whole numbers, and
another program with the same postings ranks the same.

1. The question becomes concepts: a word, and with less weight the words that mean the same.
2. A candidate is a solution of a task, or a module by itself. For each concept it earns the weight
   of the concept in the task's texts or, less, in the module's, times its rarity. It earns more for
   each pair of words that follow each other in the question and in one of its texts: `text to
   speech` is not `speech to text`.
3. What it earned counts in proportion to how much of the question it answers. Who answers too
   little of it, or only words that stand everywhere or in passing, is out.
4. A module that fits better by itself than by its tasks lends its score to the best of them.
5. The alternatives of the first hits stand beside them with a share of their score.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import Any

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.question import Concept, following, read
from toolcrib.model.value import Value

OF_MODULE = 70
"""Per cent that a word counts that stands with the module and not with the task."""
GENERIC = 25
"""Per cent that a generic word counts."""
ENOUGH, LESS, LEAST = 55, 6, 20
"""Per cent of the question that a hit must answer: so much, less for each concept, at least that.

The more people say, the more of it is beside the point.
"""
FEW = 3
"""Telling words of a question of which one alone is not enough."""
TOGETHER = 50
"""Per cent of a score that depends on how much of the question stands together in one text."""
PREFERRED = 110
"""Per cent by which the preferred module is ahead of the others in a task."""
STANDARD = 110
"""Per cent by which a module of the standard library is ahead: nobody has to install it."""
PROVEN = 105
"""Per cent by which what is proven is ahead of what is not yet."""
LEADERS, RIVAL, LATER = 3, 40, 4
"""Of so many first hits the alternatives are hits, too, with so many per cent of their score.

So much less for each place in the list of alternatives.
"""
MOST = 2
"""Tasks of one module that are shown: what else would do comes before its third."""
WORTH = 25
"""Per cent of the best score that a hit must have to be shown beside it."""
IN_PASSING = 40
"""Per cent of the question that a word answers which stands in code or in a docstring alone."""
CODE, WHOLE, NAMED = 1 << 29, 1 << 30, 1 << 31
"""Bits among those of texts.

A name of several words that a module exports (`read_csv`), a whole name in code, a word of a
module's name.
"""
TEXTS = CODE - 1
"""The bits of texts that tell what a document is about: a bit each, the last for all more."""


class Match(Value, frozen=True, kw_only=True):
    """A candidate that answers the question; `words` are those it answers it by.

    Where it is there as an alternative to a better hit, `beside` is the module of that.
    """

    task: str | None
    module: str
    score: int
    words: tuple[str, ...]
    beside: str = ""


def search(bundle: Bundle, query: str) -> list[Match]:
    """Return what answers a question in plain words, the best first."""
    concepts = read(bundle, query)
    if not concepts:
        return []
    terms = [concept.terms for concept in concepts]
    pairs = following(bundle, concepts)
    postings = bundle.postings({term for each in (*terms, *pairs) for term in each})
    earned = _earned(concepts, pairs, postings)
    return rank(concepts, earned, bundle.candidates(), bundle.rivals)


class Earned(msgspec.Struct):
    """What a document earned for each concept, and as bits in which of its texts that stands.

    `pairs` is what it earned for each two concepts that follow each other.
    """

    values: list[int]
    texts: list[int]
    pairs: list[int]


def _earned(
    concepts: list[Concept], pairs: list[dict[str, int]], postings: Iterable[tuple[Any, ...]]
) -> dict[int, Earned]:
    uses: dict[str, list[tuple[int, int]]] = {}
    for number, concept in enumerate(concepts):
        lowered = GENERIC if concept.generic else 100
        for term, counts in concept.terms.items():
            uses.setdefault(term, []).append((number, counts * lowered // 100))
    for number, pair in enumerate(pairs):
        for term, counts in pair.items():
            uses.setdefault(term, []).append((number, counts))
    earned: dict[int, Earned] = {}
    for term, document, weight, texts in postings:
        of_document = earned.setdefault(document, _nothing(len(concepts)))
        values = of_document.pairs if " " in term else of_document.values
        for number, counts in uses[term]:
            values[number] = max(values[number], weight * counts // 100)
            if values is of_document.values:
                of_document.texts[number] |= texts
    return earned


def _nothing(concepts: int) -> Earned:
    return Earned(values=[0] * concepts, texts=[0] * concepts, pairs=[0] * concepts)


def rank(
    concepts: list[Concept],
    earned: dict[int, Earned],
    candidates: Iterable[tuple[int, int, str | None, str, int, int]],
    rivals: Callable[[str], Iterable[str]] = lambda _: (),
) -> list[Match]:
    """Score all candidates and return those that answer enough, the best of each task.

    A task stands once, with the module that fits best; the preferred one where they fit alike.
    `rivals` gives the alternatives of a module, the nearest first.
    """
    nothing = _nothing(len(concepts))
    tasks: dict[str, Match] = {}
    modules: dict[str, Match] = {}
    for document, module_document, task, module, position, proven in candidates:
        own, of_module = earned.get(document, nothing), earned.get(module_document, nothing)
        if own is nothing and (task or of_module is nothing):
            continue
        share = OF_MODULE if task else 100
        both = _both(own, of_module, share)
        score = _score(concepts, both)
        if score:
            close = _together(concepts, own)
            close = max(close, _together(concepts, of_module) * share // 100)
            score = score * (100 - TOGETHER + TOGETHER * close // 100) // 100
            score = score * (PREFERRED if position == 0 else 100) // 100
            score = score * (STANDARD if module.startswith("std:") else 100) // 100
            score = score * (PROVEN if proven else 100) // 100
            words = tuple(c.shown for c, value in zip(concepts, both.values, strict=True) if value)
            match = Match(task=task, module=module, score=score, words=words)
            found, key = (tasks, task) if task else (modules, module)
            found[key] = max(found.get(key, match), match, key=attrgetter("score"))
    return _shown(_with_rivals(_lent(_in_order(tasks.values()), modules), rivals))


def _with_rivals(found: list[Match], rivals: Callable[[str], Iterable[str]]) -> list[Match]:
    """Return what was found and the alternatives of the first hits, in order.

    What has earned more by itself stays as it is; the best hit of a module is raised.
    """
    best: dict[str, Match] = {}
    for match in found:
        best.setdefault(match.module, match)
    raised: dict[str, Match] = {}
    for leader in list(best.values())[:LEADERS]:
        for place, module in enumerate(rivals(leader.module)):
            score = leader.score * max(0, RIVAL - LATER * place) // 100
            before = raised.get(module) or best.get(module)
            if before is None:
                before = Match(task=None, module=module, score=0, words=leader.words)
            if score > before.score:
                raised[module] = msgspec.structs.replace(before, score=score, beside=leader.module)
    kept = [
        match for match in found if best[match.module] is not match or match.module not in raised
    ]
    return _in_order([*kept, *raised.values()])


def _lent(tasks: list[Match], modules: dict[str, Match]) -> list[Match]:
    """Return tasks and modules, each module with the best of its tasks where it has one."""
    by_itself = dict(modules)
    found = []
    for match in tasks:
        module = by_itself.pop(match.module, match)
        better = msgspec.structs.replace(module, task=match.task)
        found.append(better if module.score > match.score else match)
    return _in_order([*found, *by_itself.values()])


def _both(own: Earned, of_module: Earned, share: int) -> Earned:
    """Return what a task and, so many per cent, its module earned together."""
    return Earned(
        values=[
            max(a, b * share // 100) for a, b in zip(own.values, of_module.values, strict=True)
        ],
        texts=[a | b for a, b in zip(own.texts, of_module.texts, strict=True)],
        pairs=[max(a, b * share // 100) for a, b in zip(own.pairs, of_module.pairs, strict=True)],
    )


def _shown(found: list[Match]) -> list[Match]:
    """Return what is worth to be shown beside the first."""
    of_module: dict[str, int] = {}
    shown = []
    for match in found:
        of_module[match.module] = of_module.get(match.module, 0) + 1
        worth = match.score * 100 >= found[0].score * WORTH
        if worth and of_module[match.module] <= MOST:
            shown.append(match)
    return shown


def _in_order(matches: Iterable[Match]) -> list[Match]:
    return sorted(matches, key=lambda match: (-match.score, match.task or "", match.module))


def _together(concepts: list[Concept], earned: Earned) -> int:
    """Return the per cent of the question that stands together in one text."""
    bits = 0
    for texts in earned.texts:
        bits |= texts & TEXTS
    best = 0
    while bits:
        text = bits & -bits
        bits ^= text
        met = (c for c, texts in zip(concepts, earned.texts, strict=True) if texts & text)
        best = max(best, sum(map(_weight, met)))
    return 100 * best // sum(map(_weight, concepts))


def _score(concepts: list[Concept], earned: Earned) -> int:
    """Return what all concepts earned, in proportion to how much of the question that is.

    Something must be told by a title, a phrase, a use or a name of the module. A name in the code
    does only for who asks for nothing else, or where nobody could mean anything else by it.
    """
    row = zip(concepts, earned.values, earned.texts, strict=True)
    met = [(c, bits) for c, value, bits in row if value]
    answered = sum(_weight(c) * (100 if bits else IN_PASSING) for c, bits in met)
    of_all = sum(map(_weight, concepts))
    if not any(bits & CODE for _, bits in met):
        enough = max(LEAST, ENOUGH - LESS * len(concepts))
        if answered < enough * of_all or not _tells(concepts, met, paired=any(earned.pairs)):
            return 0
    return (sum(earned.values) + sum(earned.pairs)) * answered // (100 * of_all)


def _tells(concepts: list[Concept], met: list[tuple[Concept, int]], *, paired: bool) -> bool:
    """Tell whether what was met says what the question is about.

    One of two or three telling words does so only where it is a name: `numpy fields`, but not
    `magnetic fields`.
    """
    if len(met) == len(concepts) and any(b & WHOLE and not c.generic for c, b in met):
        return True
    if all(concept.generic for concept in concepts):
        return len(met) > 1
    telling = [bits for concept, bits in met if bits & TEXTS and not concept.generic]
    asked = sum(not concept.generic for concept in concepts)
    if len(telling) == 1 < asked <= FEW:
        return paired or bool(telling[0] & NAMED)
    return bool(telling)


def _weight(concept: Concept) -> int:
    """Return how much of a question a concept is."""
    return concept.rarity * (GENERIC if concept.generic else 100)
