"""A question to the modules and tasks that answer it.

The scorer is small on purpose: all knowledge is in the bundle, all figures are whole numbers, and
another program with the same postings ranks the same.

1. The question becomes concepts: a word, and with less weight the words that mean the same. A word
   that nobody knows is read as the nearest known one.
   The name of something else that people know is no slip.
2. A candidate is a solution of a task, or a module without a task. For each concept it earns the
   weight of the concept in the task's texts or, less, in the module's, times its rarity.
3. What it earned counts in proportion to how much of the question it answers. Who answers too
   little of it, or only words that stand everywhere or in passing, is out.
"""

from collections.abc import Iterable
from operator import attrgetter
from typing import Any

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.spelling import nearest
from toolcrib.catalog.words import joined, parts, split, stem
from toolcrib.model.value import Value

WELL_MEANT = 80
"""Per cent that a corrected word counts."""
SAME = 60
"""Per cent that a word of the same meaning counts."""
OF_MODULE = 60
"""Per cent that a word counts that stands with the module and not with the task."""
GENERIC = 25
"""Per cent that a generic word counts."""
UNKNOWN = 180
"""Per cent of the rarest word's weight that a word nobody knows has in the question."""
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
PROVEN = 105
"""Per cent by which what is proven is ahead of what is not yet."""
WORTH = 25
"""Per cent of the best score that a hit must have to be shown beside it."""
IN_PASSING = 40
"""Per cent of the question that a word answers which stands in code or in a docstring alone."""
WHOLE, NAMED = 1 << 30, 1 << 31
"""Bits among those of texts: a whole name in the code of a document, a word of a module's name."""
TEXTS = WHOLE - 1
"""The bits of texts that tell what a document is about: a bit each, the last for all more."""
LONGEST = 64
"""Words of a question that are looked at; who pastes a page has said it by then."""


class Concept(Value, frozen=True, kw_only=True):
    """A word of the question; `terms` gives what each term that stands for it counts."""

    shown: str
    terms: dict[str, int]
    rarity: int
    generic: bool


class Match(Value, frozen=True, kw_only=True):
    """A candidate that answers the question; `words` are those it answers it by."""

    task: str | None
    module: str
    score: int
    words: tuple[str, ...]


def search(bundle: Bundle, query: str) -> list[Match]:
    """Return what answers a question in plain words, the best first."""
    concepts = read(bundle, query)
    if not concepts:
        return []
    wanted = {term for concept in concepts for term in concept.terms}
    return rank(concepts, _earned(concepts, bundle.postings(wanted)), bundle.candidates())


def read(bundle: Bundle, query: str) -> list[Concept]:
    """Return the concepts of a question, each once."""
    words = _words(bundle, query)
    stems = [stem(word) for word in words]
    same: dict[str, list[str]] = {}
    for one, other in bundle.same(set(stems)):
        same.setdefault(one, []).append(other)
    others = [other for alike in same.values() for other in alike]
    known = bundle.terms({*words, *stems, *others})
    forms: dict[str, str] = {}
    concepts: dict[str, Concept] = {}
    for (word, typed), stemmed in zip(words.items(), stems, strict=True):
        term = word if word in known else stemmed
        alike = [other for other in same.get(term, ()) if other in known]
        shares = dict.fromkeys(sorted(alike, key=lambda other: (-known[other][0], other)), SAME)
        if term in known:
            shares = {term: 100, **shares}
        if shares:
            concept = _concept(typed, known, shares)
        else:
            forms = forms or bundle.forms()
            concept = _corrected(bundle, word, forms)
        concepts.setdefault(term, concept)
    return list(concepts.values())


def _words(bundle: Bundle, query: str) -> dict[str, str]:
    """Return the words that say something, each with how it was typed; known compounds whole."""
    stop = bundle.stop_words()
    words = [word for word in dict.fromkeys(split(query)) if word not in stop][:LONGEST]
    known = bundle.terms({joined(word) for word in words if len(parts(word)) > 1})
    found: dict[str, str] = {}
    for word in words:
        if joined(word) in known:
            found[joined(word)] = word
        else:
            telling = (p for p in parts(word) if p not in stop and len(p) > 1 and not p.isdigit())
            found |= {piece: piece for piece in telling}
    return dict(list(found.items())[:LONGEST])


def _concept(shown: str, known: dict[str, tuple[int, bool]], shares: dict[str, int]) -> Concept:
    """Return a concept of terms with the per cent that each counts; it is as rare as the first."""
    rarity, generic = known[next(iter(shares))]
    terms = {term: share * known[term][0] for term, share in shares.items()}
    return Concept(shown=shown, terms=terms, rarity=rarity, generic=generic)


def _corrected(bundle: Bundle, word: str, forms: dict[str, str]) -> Concept:
    meant = word if word in forms else nearest(word, forms)
    term = forms[meant] if meant else ""
    if not term:
        rarity = bundle.rarest() * UNKNOWN // 100
        return Concept(shown=word, terms={}, rarity=rarity, generic=False)
    return _concept(f"{word} → {meant}", bundle.terms([term]), {term: WELL_MEANT})


class Earned(msgspec.Struct):
    """What a document earned for each concept, and as bits in which of its texts that stands."""

    values: list[int]
    texts: list[int]


def _earned(concepts: list[Concept], postings: Iterable[tuple[Any, ...]]) -> dict[int, Earned]:
    uses: dict[str, list[tuple[int, int]]] = {}
    for number, concept in enumerate(concepts):
        lowered = GENERIC if concept.generic else 100
        for term, counts in concept.terms.items():
            uses.setdefault(term, []).append((number, counts * lowered // 100))
    earned: dict[int, Earned] = {}
    for term, document, weight, texts in postings:
        of_document = earned.setdefault(document, Earned([0] * len(concepts), [0] * len(concepts)))
        for number, counts in uses[term]:
            value = weight * counts // 100
            of_document.values[number] = max(of_document.values[number], value)
            of_document.texts[number] |= texts
    return earned


def rank(
    concepts: list[Concept],
    earned: dict[int, Earned],
    candidates: Iterable[tuple[int, int, str | None, str, int, int]],
) -> list[Match]:
    """Score all candidates and return those that answer enough, the best of each task.

    A task stands once, with the module that fits best; the preferred one where they fit alike.
    """
    nothing = Earned([0] * len(concepts), [0] * len(concepts))
    together = {document: _together(concepts, found) for document, found in earned.items()}
    best: dict[str, Match] = {}
    for document, module_document, task, module, position, proven in candidates:
        own = earned.get(document, nothing).values
        of_module = earned.get(module_document, nothing).values
        share = OF_MODULE if task else 100
        row = [max(one, other * share // 100) for one, other in zip(own, of_module, strict=True)]
        pairs = zip(
            earned.get(document, nothing).texts,
            earned.get(module_document, nothing).texts,
            strict=True,
        )
        score = _score(concepts, row, [one | other for one, other in pairs])
        if score:
            close = max(together.get(document, 0), together.get(module_document, 0) * share // 100)
            score = score * (100 - TOGETHER + TOGETHER * close // 100) // 100
            score = score * (PREFERRED if position == 0 else 100) // 100
            score = score * (PROVEN if proven else 100) // 100
            words = tuple(c.shown for c, value in zip(concepts, row, strict=True) if value)
            match = Match(task=task, module=module, score=score, words=words)
            key = task or module
            best[key] = max(best.get(key, match), match, key=attrgetter("score"))
    found = sorted(best.values(), key=lambda match: (-match.score, match.task or "", match.module))
    return [match for match in found if match.score * 100 >= found[0].score * WORTH]


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


def _score(concepts: list[Concept], row: list[int], texts: list[int]) -> int:
    """Return what all concepts earned, in proportion to how much of the question that is.

    Something must be told by a title, a phrase, a use or a name of the module. A name in the code
    does only for who asks for nothing else.
    """
    met = [(c, bits) for c, value, bits in zip(concepts, row, texts, strict=True) if value]
    answered = sum(_weight(c) * (100 if bits else IN_PASSING) for c, bits in met)
    of_all = sum(map(_weight, concepts))
    enough = max(LEAST, ENOUGH - LESS * len(concepts))
    if answered < enough * of_all or not _tells(concepts, met):
        return 0
    return sum(row) * answered // (100 * of_all)


def _tells(concepts: list[Concept], met: list[tuple[Concept, int]]) -> bool:
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
        return bool(telling[0] & NAMED)
    return bool(telling)


def _weight(concept: Concept) -> int:
    """Return how much of a question a concept is."""
    return concept.rarity * (GENERIC if concept.generic else 100)
