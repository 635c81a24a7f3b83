"""A question to the modules and tasks that answer it.

The scorer is small on purpose: all knowledge is in the bundle, all figures are whole numbers, and
another program with the same postings ranks the same.

1. The question becomes concepts: a word, and with less weight the words that mean the same.
2. A candidate is a solution of a task, or a module by itself. For each concept it earns the weight
   of the concept in the task's texts or, less, in the module's, times its rarity. It earns more for
   each pair of words that follow each other in the question and in one of its texts: `text to
   speech` is not `speech to text`.
3. What it earned counts in proportion to how much of the question it answers. Who answers too
   little of it, or only words that stand everywhere or in passing, is out; of few words the one
   that tells most must be met, and not too faintly. A long story is never refused.
4. A module that fits better by itself than by its tasks lends its score to the best of them.
5. The alternatives of the first hits stand beside them with a share of their score.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import msgspec

from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.earned import NOTHING, Earned, earned_for
from toolcrib.catalog.fit import Asked, Fit, fit, score
from toolcrib.catalog.lookup import Candidate
from toolcrib.catalog.question import Concept, following, read
from toolcrib.model.value import Value

OF_MODULE = 70
"""Per cent that a word counts that stands with the module and not with the task."""
FULL, STORY = 5, 12
"""Modules of a full list; words of a question above which it is a story."""
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
    rows, story = list(candidates), len(concepts) > STORY
    fitting = list(_fitting(asked, earned, rows))
    if not fitting and story:
        # A long story is never refused: who has a word of it is better than nobody.
        asked.half = 0
        fitting = list(_fitting(asked, earned, rows))
    tasks, modules = _scored(asked, (each for each in fitting if each.fit.enough))
    found = {match.module for match in (*tasks.values(), *modules.values())}
    if len(found) < FULL and (found or story):
        # Who has an answer may look at what answers less of the question, up to a full list.
        more_tasks, more_modules = _scored(asked, (each for each in fitting if not each.fit.enough))
        tasks, modules = more_tasks | tasks, more_modules | modules
    return _shown(_with_rivals(_lent(_in_order(tasks.values()), modules), rivals))


class _Fitting(NamedTuple):
    """A candidate with what its task and, so many per cent, its module earned."""

    candidate: Candidate
    own: Earned
    of_module: Earned
    share: int
    fit: Fit


def _fitting(
    asked: Asked, earned: dict[int, Earned], candidates: Iterable[Candidate]
) -> Iterator[_Fitting]:
    for candidate in candidates:
        document, module_document, task, _, _ = candidate
        own, of_module = earned.get(document, NOTHING), earned.get(module_document, NOTHING)
        if own is NOTHING and (task or of_module is NOTHING):
            continue
        if asked.may_be_answered(own, of_module):
            share = OF_MODULE if task else 100
            found = fit(asked, own, of_module, share)
            if found.beside:
                yield _Fitting(candidate, own, of_module, share, found)


def _scored(asked: Asked, fitting: Iterable[_Fitting]) -> tuple[dict[str, Match], dict[str, Match]]:
    """Return the best match of each task, and of each module by itself."""
    tasks: dict[str, tuple[int, _Fitting]] = {}
    modules: dict[str, tuple[int, _Fitting]] = {}
    for each in fitting:
        _, _, task, module, lead = each.candidate
        value = score(asked, each.own, each.of_module, each.share, each.fit) * lead // 100
        found, key = (tasks, task) if task else (modules, module)
        if value and (key not in found or found[key][0] < value):
            found[key] = (value, each)
    return (
        {key: _match(asked, *best) for key, best in tasks.items()},
        {key: _match(asked, *best) for key, best in modules.items()},
    )


def _match(asked: Asked, value: int, fitting: _Fitting) -> Match:
    _, _, task, module, _ = fitting.candidate
    words = (asked.concepts[number].shown for number in sorted(fitting.fit.met.values))
    return Match(task=task, module=module, score=value, words=tuple(words))


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
