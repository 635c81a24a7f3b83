"""Find modules for what somebody asks in plain words, or for a name."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec.structs import replace

from toolcrib.app.language import Texts
from toolcrib.catalog.asked import named
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.search import Match, search
from toolcrib.model.hit import Answer, Hit, Kind, Meant
from toolcrib.model.module import ModuleId

if TYPE_CHECKING:
    from toolcrib.app.filters import Filters, Sieve

LIMIT = 5
"""Hits that are shown when nobody asks for more."""


def find(
    bundle: Bundle,
    query: str,
    texts: Texts,
    limit: int = LIMIT,
    filters: "Filters | None" = None,
) -> Answer:
    """Answer a question; an answer without hits says that nothing here fits.

    Args:
        bundle: Where to look.
        query: The question.
        texts: The language of the answer.
        limit: Hits at most, of those that pass the filters.
        filters: What a hit must be beside fitting; see `toolcrib.app.filters.checked`.
    """
    sieve = _sieve(bundle, filters)
    asked = named(bundle, query)
    wanted = asked.longer or ("" if asked.strict else query)
    matches = search(bundle, wanted) if wanted else []
    # Of `os.getenv` not the module's first program is wanted but the one that has the rest too.
    best = {match.module: match.task for match in reversed(matches)} if asked.longer else {}
    hits = [
        hit
        for meant in asked.modules
        for hit in _of_name(bundle, meant, texts, best.get(meant.module), sieve)
    ]
    if not (asked.strict and asked.modules):
        shown = {hit.task or hit.id for hit in hits}
        others = (m for m in matches if (m.task or m.module) not in shown)
        passing = _passing(others, sieve) if sieve else others
        hits += _of_matches(bundle, passing, texts, limit - len(hits))
    return Answer(query=query, hits=tuple(hits[:limit]))


def instead(
    bundle: Bundle, query: str, texts: Texts, filters: "Filters"
) -> Iterator[tuple[str, Hit]]:
    """Yield what would come first with one filter less, with the option that is in the way.

    Where one less is not enough, it is all of them.
    """
    *single, last = filters.without()
    found = False
    for options, less in single or [last]:
        for hit in find(bundle, query, texts, 1, less).hits:
            found = True
            yield options, hit
    if single and not found:
        for hit in find(bundle, query, texts, 1).hits:
            yield last[0], hit


def _sieve(bundle: Bundle, filters: "Filters | None") -> "Sieve | None":
    if filters is None or not filters.options:
        return None
    from toolcrib.app.filters import Sieve  # noqa: PLC0415 -- not on the path of a plain question

    return Sieve(bundle, filters)


def _passing(matches: Iterable[Match], sieve: "Sieve") -> Iterator[Match]:
    """Yield the matches that pass; a task may be done by another module than the one that fits."""
    seen = set()
    for match in matches:
        module, task = match.module, match.task
        passes, own = sieve.task(module, task)
        if not passes and task:
            module, own = sieve.doer(task, match.words) or "", task
            passes = bool(module)
        if passes and (module, own) not in seen:
            seen.add((module, own))
            yield replace(match, task=own, module=module)


def _of_name(
    bundle: Bundle, meant: Meant, texts: Texts, best: str | None, sieve: "Sieve | None"
) -> Iterator[Hit]:
    name, purpose = _entry(bundle, meant.module)
    task = best or next(iter(bundle.tasks_of(meant.module)), None)
    if sieve:
        passes, task = sieve.task(meant.module, best)
        if not passes:
            return
    yield Hit(
        id=meant.module,
        name=name,
        kind=_kind(meant.module),
        task=task,
        title=texts(purpose),
        why=_why(texts, meant.name, meant.why),
        proof=bundle.solution_line(task, meant.module)[1] if task else "",
    )


def _of_matches(
    bundle: Bundle, matches: Iterable[Match], texts: Texts, limit: int
) -> Iterator[Hit]:
    for _, match in zip(range(limit), matches, strict=False):
        name, title = _entry(bundle, match.module)
        phrase, why = "", ""
        if match.task:
            title, phrase, why = bundle.solution_line(match.task, match.module)
        yield Hit(
            id=ModuleId(match.module),
            name=name,
            kind=_kind(match.module),
            task=match.task,
            title=texts(title),
            why=_beside(bundle, match, texts) or _why(texts, ", ".join(match.words), why),
            proof=phrase,
        )


def _beside(bundle: Bundle, match: Match, texts: Texts) -> str:
    """Return beside whom a hit stands that was not found by its own words."""
    if not match.beside:
        return ""
    return texts("an alternative to {}").format(_entry(bundle, match.beside)[0])


def _entry(bundle: Bundle, module: str) -> tuple[str, str]:
    return bundle.entry(module) or (module.partition(":")[2], "")


def _kind(module: str) -> Kind:
    return "stdlib" if module.startswith("std:") else "dist"


def _why(texts: Texts, words: str, more: str) -> str:
    found = f"{texts('matches')} {words}" if words else texts("near in meaning")
    return f"{found}; {texts(more)}" if more else found
