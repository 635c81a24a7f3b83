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

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.earned import (
    CODE,
    NAMED,
    TEXTS,
    WHOLE,
    Earned,
    earned_for,
    enough_of,
    nothing,
    weight_of,
)
from toolcrib.catalog.lookup import Candidate
from toolcrib.catalog.question import Concept, following, read
from toolcrib.model.value import Value

OF_MODULE = 70
"""Per cent that a word counts that stands with the module and not with the task."""
FULL, BESIDE, HALF = 5, 60, 50
"""Modules of a full list; what fills it up answers so many per cent of enough.

It counts the per cent in the middle.
"""
FEW = 3
"""Telling words of a question of which one alone is not enough."""
TOGETHER = 50
"""Per cent of a score that depends on how much of the question stands together in one text."""
LEADERS, RIVAL, LATER = 3, 30, 4
"""Of so many first hits the alternatives are hits, too, with so many per cent of their score.

So much less for each place in the list of alternatives.
"""
MOST = 2
"""Tasks of one module that are shown: what else would do comes before its third."""
WORTH = 15
"""Per cent of the best score that a hit must have to be shown beside it."""
IN_PASSING = 40
"""Per cent of the question that a word answers which stands in code or in a docstring alone."""


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
    earned = earned_for(bundle, concepts, following(bundle, concepts))
    rows = bundle.candidates()
    candidates = (row for document in earned for row in rows.get(document, ()))
    return rank(concepts, earned, candidates, bundle.rivals)


def rank(
    concepts: list[Concept],
    earned: dict[int, Earned],
    candidates: Iterable[Candidate],
    rivals: Callable[[str], Iterable[str]] = lambda _: (),
) -> list[Match]:
    """Score all candidates and return those that answer enough, the best of each task.

    A task stands once, with the module that fits best; the preferred one where they fit alike.
    `rivals` gives the alternatives of a module, the nearest first.
    """
    asked = Asked(concepts)
    rows = list(candidates)
    tasks, modules = _scored(asked, earned, rows, beside=False)
    found = {match.module for match in (*tasks.values(), *modules.values())}
    if 0 < len(found) < FULL:
        # Who has an answer may look at what answers less of the question, up to a full list.
        more_tasks, more_modules = _scored(asked, earned, rows, beside=True)
        tasks, modules = more_tasks | tasks, more_modules | modules
    return _shown(_with_rivals(_lent(_in_order(tasks.values()), modules), rivals))


def _scored(
    asked: "Asked", earned: dict[int, Earned], rows: list[Candidate], *, beside: bool
) -> tuple[dict[str, Match], dict[str, Match]]:
    """Return the best match of each task, and of each module by itself.

    Of those that answer enough, or else `beside` them those that do not, which count less.
    """
    empty = nothing(len(asked.concepts))
    tasks: dict[str, Match] = {}
    modules: dict[str, Match] = {}
    for document, module_document, task, module, lead in rows:
        own, of_module = earned.get(document, empty), earned.get(module_document, empty)
        if own is empty and (task or of_module is empty):
            continue
        if not asked.may_be_answered(own, of_module, HALF if beside else 100):
            continue
        share = OF_MODULE if task else 100
        both = _both(own, of_module, share)
        score = _score(asked, both, beside=beside)
        if score:
            close = _together(asked, own)
            close = max(close, _together(asked, of_module) * share // 100)
            score = score * (100 - TOGETHER + TOGETHER * close // 100) // 100
            score = score * lead // 100
            found, key = (tasks, task) if task else (modules, module)
            if key not in found or found[key].score < score:
                words = (c.shown for c, v in zip(asked.concepts, both.values, strict=True) if v)
                found[key] = Match(task=task, module=module, score=score, words=tuple(words))
    return tasks, modules


class Asked:
    """A question with what its scoring needs all the time."""

    def __init__(self, concepts: list[Concept]) -> None:
        """Weigh the concepts."""
        self.concepts = concepts
        self.weights = [weight_of(concept) for concept in concepts]
        self.whole = sum(self.weights)
        self.enough = enough_of(concepts) * self.whole

    def may_be_answered(self, own: Earned, of_module: Earned, share: int) -> bool:
        """Tell whether two documents may answer so many per cent of enough; most do not."""
        answered = 0
        for number, weight in enumerate(self.weights):
            if bits := own.texts[number] | of_module.texts[number]:
                if bits & CODE:
                    return True
                answered += 100 * weight
            elif own.values[number] or of_module.values[number]:
                answered += IN_PASSING * weight
        return answered * 100 >= self.enough * share


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


def _together(asked: Asked, earned: Earned) -> int:
    """Return the per cent of the question that stands together in one text."""
    row = zip(earned.texts, asked.weights, strict=True)
    met = [(texts & TEXTS, weight) for texts, weight in row if texts & TEXTS]
    bits = best = 0
    for texts, weight in met:
        bits |= texts
        best = max(best, weight)
    while bits and len(met) > 1:
        text = bits & -bits
        bits ^= text
        best = max(best, sum([weight for texts, weight in met if texts & text]))
    return 100 * best // asked.whole


def _score(asked: Asked, earned: Earned, *, beside: bool = False) -> int:
    """Return what all concepts earned, in proportion to how much of the question that is.

    Something must be told by a title, a phrase, a use or a name of the module. A name in the code
    does only for who asks for nothing else, or where nobody could mean anything else by it.
    """
    row = zip(asked.concepts, asked.weights, earned.values, earned.texts, strict=True)
    met = [(concept, weight, bits) for concept, weight, value, bits in row if value]
    answered = sum([weight * (100 if bits else IN_PASSING) for _, weight, bits in met])
    share = 100
    if not any(bits & CODE for _, _, bits in met):
        said = [(concept, bits) for concept, _, bits in met]
        if answered < asked.enough or not _tells(asked.concepts, said, paired=any(earned.pairs)):
            if not beside or not any(b & TEXTS and not concept.generic for concept, b in said):
                return 0
            share = BESIDE
    earned_in_all = sum(earned.values) + sum(earned.pairs)
    return earned_in_all * answered * share // (10_000 * asked.whole)


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
