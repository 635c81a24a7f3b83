"""A question in plain words to concepts: what its words, and others like them, count.

A word that nobody knows is read as the nearest known one. The name of something else that people
know is no slip.
"""

import itertools

from msgspec import structs

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.lookup import BARE, GENERIC
from toolcrib.catalog.spelling import all_nearest
from toolcrib.catalog.words import joined, parts, split, stem
from toolcrib.model.value import Value

WELL_MEANT = 80
"""Per cent that a corrected word counts."""
SAME = 40
"""Per cent that a word of the same meaning counts."""
UNKNOWN, LESS_KNOWN, LEAST_UNKNOWN = 360, 30, 60
"""Per cent of the rarest word's weight that a word nobody knows has in the question.

So much, less for each word, at least that: in a long story most such words are beside the point.
"""
IN_ORDER = 50
"""Per cent that two words count which follow each other in the question and in a text."""
LONGEST = 64
"""Words of a question that are looked at; who pastes a page has said it by then."""


class Concept(Value, frozen=True, kw_only=True):
    """A word of the question; `terms` gives what each term that stands for it counts.

    Its `stem` is the term under which there may be a vector of what it means. One that is `coded`
    was typed as names are in code: `read_csv`.
    """

    shown: str
    stem: str
    terms: dict[str, int]
    rarity: int
    generic: bool
    coded: bool = False


def read(bundle: Bundle, query: str) -> list[Concept]:
    """Return the concepts of a question, each once."""
    words = _words(bundle, query)
    stems = [stem(word) for word in words]
    same: dict[str, list[str]] = {}
    for one, other in bundle.same(set(stems)):
        same.setdefault(one, []).append(other)
    others = [other for alike in same.values() for other in alike]
    known, meant = bundle.terms({*words, *stems, *others}), bundle.vectors(stems)
    forms: dict[str, str] = {}
    concepts: dict[str, Concept] = {}
    for (word, typed), stemmed in zip(words.items(), stems, strict=True):
        term = stemmed if stemmed in known else word
        alike = [other for other in same.get(term, ()) if other in known and other != word]
        shares = dict.fromkeys(sorted(alike, key=lambda other: (-known[other][0], other)), SAME)
        # `emails` is a form of a word, and may be a name in somebody's code, too.
        shares = {each: 100 for each in (term, word) if each in known} | shares
        if shares:
            concept = _concept(typed, known, shares)
            if all(known[each][1] & BARE for each in shares):
                # Alone it is a name; among other words it may be anything, as a word nobody knows.
                unknown = _unknown(bundle, word, len(words)).rarity
                concept = structs.replace(concept, rarity=max(concept.rarity, unknown))
        else:
            concept = _unknown(bundle, word, len(words))
            if stemmed not in meant:
                forms = forms or bundle.forms()
                concept = _corrected(bundle, word, forms) or concept
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


def _concept(shown: str, known: dict[str, tuple[int, int]], shares: dict[str, int]) -> Concept:
    """Return a concept of terms with the per cent that each counts; it is as rare as the first."""
    rarity, kind = known[next(iter(shares))]
    terms = {term: share * known[term][0] for term, share in shares.items()}
    return Concept(
        shown=shown,
        stem=next(iter(shares)),
        terms=terms,
        rarity=rarity,
        generic=bool(kind & GENERIC),
        coded="_" in shown,
    )


def following(bundle: Bundle, concepts: list[Concept]) -> list[dict[str, int]]:
    """Return for each two concepts that follow each other what each pair of their terms counts."""
    rows = [
        {
            f"{term} {after}": IN_ORDER * (100 if first and second else SAME) // 100
            for term, first in _with_first(one)
            for after, second in _with_first(other)
        }
        for one, other in itertools.pairwise(concepts)
    ]
    known = bundle.terms({pair for row in rows for pair in row})
    return [{p: share * known[p][0] for p, share in row.items() if p in known} for row in rows]


def _with_first(concept: Concept) -> list[tuple[str, bool]]:
    """Return the terms of a concept; the first is the word itself, the others mean the same."""
    return [(term, number == 0) for number, term in enumerate(concept.terms)]


def _corrected(bundle: Bundle, word: str, forms: dict[str, str]) -> Concept | None:
    near = [word] if word in forms else all_nearest(word, bundle.near_forms())
    known = bundle.terms({forms[form] for form in near})
    # Of equally near words the one is meant that stands in most texts.
    meant = min(near, key=lambda form: known.get(forms[form], (0, 0))[0], default="")
    term = forms.get(meant, "")
    return _concept(f"{word} → {meant}", known, {term: WELL_MEANT}) if term else None


def _unknown(bundle: Bundle, word: str, words: int) -> Concept:
    share = max(LEAST_UNKNOWN, UNKNOWN - LESS_KNOWN * words)
    rarity = bundle.rarest() * share // 100
    return Concept(shown=word, stem=stem(word), terms={}, rarity=rarity, generic=False)
