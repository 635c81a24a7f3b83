"""Find modules for what somebody asks in plain words, or for a name."""

from collections.abc import Iterable, Iterator

from toolcrib.app.language import Texts
from toolcrib.catalog.asked import named
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.search import Match, search
from toolcrib.model.hit import Answer, Hit, Kind, Meant
from toolcrib.model.module import ModuleId

LIMIT = 5
"""Hits that are shown when nobody asks for more."""


def find(bundle: Bundle, query: str, texts: Texts, limit: int = LIMIT) -> Answer:
    """Answer a question; an answer without hits says that nothing here fits."""
    asked = named(bundle, query)
    wanted = asked.longer or ("" if asked.strict else query)
    matches = search(bundle, wanted) if wanted else []
    # Of `os.getenv` not the module's first program is wanted but the one that has the rest too.
    best = {match.module: match.task for match in reversed(matches)} if asked.longer else {}
    hits = [_of_name(bundle, meant, texts, best.get(meant.module)) for meant in asked.modules]
    if not (asked.strict and hits):
        shown = {hit.task or hit.id for hit in hits}
        others = (m for m in matches if (m.task or m.module) not in shown)
        hits += _of_matches(bundle, others, texts, limit - len(hits))
    return Answer(query=query, hits=tuple(hits[:limit]))


def _of_name(bundle: Bundle, meant: Meant, texts: Texts, best: str | None) -> Hit:
    name, purpose = _entry(bundle, meant.module)
    task = best or next(iter(bundle.tasks_of(meant.module)), None)
    return Hit(
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
    found = f"{texts('matches')} {words}"
    return f"{found}; {texts(more)}" if more else found
