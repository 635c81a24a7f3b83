"""A question to the modules and tasks that answer it.

The scorer is small on purpose: all knowledge is in the bundle, all figures are whole numbers, and
another program with the same postings ranks the same.

1. The question becomes concepts: a word, and with less weight the words that mean the same.
2. A candidate is a solution of a task, or a module by itself. For each concept it earns the weight
   of the concept in the task's texts or, less, in the module's, times its rarity. It earns more for
   each pair of words that follow each other in the question and in one of its texts: `text to
   speech` is not `speech to text`.
3. What it earned counts in proportion to how much of the question it answers.
4. It earns the more, the nearer task or module are to the question in what they mean: the words of
   a question and of a document have directions (see `vectors`). What is near enough is a candidate
   without any word of the question.
5. Who is not sure is silent: see `certainty`.
6. A module that fits better by itself than by its tasks lends its score to the best of them.
7. The alternatives of the first hits stand beside them with a share of their score.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.certainty import Signs, is_certain
from toolcrib.catalog.earned import NOTHING, Earned, earned_for
from toolcrib.catalog.fit import Asked, Fit, fit, score
from toolcrib.catalog.lookup import Candidate
from toolcrib.catalog.nearness import (
    FAR,
    NEAR,
    NOWHERE_NEAR,
    UNKNOWN_MEANING,
    Nearness,
    nearness,
)
from toolcrib.catalog.question import Concept, following, read
from toolcrib.model.value import Value

OF_MODULE = 70
"""Per cent that a word counts that stands with the module and not with the task."""
MEANT = 3
"""Times the weight of the question that a candidate earns for each per cent above `NEAR`."""
LEADERS, RIVAL, LATER = 3, 30, 4
"""Of so many first hits the alternatives are hits, too, with so many per cent of their score.

So much less for each place in the list of alternatives.
"""
MOST = 2
"""Tasks of one module that are shown: what else would do comes before its third."""
WORTH = 15
"""Per cent of the best score that a hit must have to be shown beside it."""


class Match(Value, frozen=True, kw_only=True):
    """A candidate that answers the question; `words` are those it answers it by.

    Where it is there as an alternative to a better hit, `beside` is the module of that.
    """

    task: str | None
    module: str
    score: int
    words: tuple[str, ...]
    beside: str = ""


Judge = Callable[[Signs], bool]
"""Who says whether an answer is worth giving."""


def search(bundle: Bundle, query: str, judge: Judge = is_certain) -> list[Match]:
    """Return what answers a question in plain words, the best first."""
    concepts = read(bundle, query)
    if not concepts:
        return []
    earned = earned_for(bundle, concepts, following(bundle, concepts))
    near = nearness(bundle, concepts, query)
    rows = bundle.candidates()
    # In order, so that of equally good ones any program takes the same.
    documents = sorted(earned.keys() | near.nearest())
    candidates = (row for document in documents for row in rows.get(document, ()))
    return rank(concepts, earned, candidates, near, rivals=bundle.rivals, judge=judge)


def rank(  # noqa: PLR0913 -- all that a ranking is made of
    concepts: list[Concept],
    earned: dict[int, Earned],
    candidates: Iterable[Candidate],
    near: Nearness = NOWHERE_NEAR,
    *,
    rivals: Callable[[str], Iterable[str]] = lambda _: (),
    judge: Judge = is_certain,
) -> list[Match]:
    """Score all candidates and return those that answer, the best of each task.

    A task stands once, with the module that fits best; the preferred one where they fit alike.
    `rivals` gives the alternatives of a module, the nearest first.
    """
    asked = Asked(concepts)
    tasks: dict[str, _Scored] = {}
    modules: dict[str, _Scored] = {}
    for each in _scored(asked, earned, near, candidates):
        _, _, task, module, _ = each.candidate
        found, key = (tasks, task) if task else (modules, module)
        if key not in found or found[key].score < each.score:
            found[key] = each
    best = max((*tasks.values(), *modules.values()), key=lambda each: each.score, default=None)
    if best is None or not (_is_named(asked, best) or judge(_signs(asked, best, near))):
        return []
    by_itself = {key: _match(asked, each) for key, each in modules.items()}
    in_order = _in_order(_match(asked, each) for each in tasks.values())
    return _shown(_with_rivals(_lent(in_order, by_itself), rivals))


class _Scored(NamedTuple):
    """A candidate with its score, and how it fits by its words, if it does."""

    candidate: Candidate
    score: int
    fit: Fit | None


def _scored(
    asked: Asked, earned: dict[int, Earned], near: Nearness, candidates: Iterable[Candidate]
) -> Iterator[_Scored]:
    for candidate in candidates:
        document, module_document, task, _, lead = candidate
        per_cent = near.of(document, module_document)
        if per_cent < FAR:
            continue
        own, of_module = earned.get(document, NOTHING), earned.get(module_document, NOTHING)
        share = OF_MODULE if task else 100
        found, said = None, 0
        if (own is not NOTHING or not task) and asked.may_be_answered(own, of_module):
            found = fit(asked, own, of_module, share)
            said = score(asked, own, of_module, share, found) if found else 0
        meant = max(0, per_cent - NEAR) * MEANT * asked.whole // 100
        if said or meant:
            yield _Scored(candidate, (said + meant) * lead // 100, found)


def _is_named(asked: Asked, scored: _Scored) -> bool:
    fitting = scored.fit
    return fitting is not None and (fitting.is_named or asked.is_whole(fitting.met))


def _signs(asked: Asked, best: _Scored, near: Nearness) -> Signs:
    return Signs(
        near=max(near.documents, default=UNKNOWN_MEANING),
        elsewhere=near.elsewhere,
        answered=best.fit.answered if best.fit else 0,
        words=len(asked.concepts),
    )


def _match(asked: Asked, scored: _Scored) -> Match:
    _, _, task, module, _ = scored.candidate
    met = sorted(scored.fit.met.values) if scored.fit else ()
    words = (asked.concepts[number].shown for number in met)
    return Match(task=task, module=module, score=scored.score, words=tuple(words))


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
