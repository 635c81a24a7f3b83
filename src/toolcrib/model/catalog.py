"""A catalog as a value: all that its folder says."""

from typing import TypeVar

from toolcrib.model.identity import Trap
from toolcrib.model.module import Category, Collection, Module, ModuleId
from toolcrib.model.task import Task, TaskFiles
from toolcrib.model.value import Value

V = TypeVar("V", bound=Value)


class Vocabulary(Value, frozen=True, kw_only=True):
    """Words of questions by language: without meaning, too common to decide, and the same."""

    stop: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    generic: dict[str, str] = {}  # noqa: RUF012 -- the same
    same: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- the same


class Catalog(Value, frozen=True, kw_only=True):
    """The content of one folder, or of several, later ones over earlier ones."""

    name: str
    modules: dict[ModuleId, Module]
    tasks: dict[str, Task]
    files: dict[str, TaskFiles]
    categories: tuple[Category, ...] = ()
    collections: tuple[Collection, ...] = ()
    traps: tuple[Trap, ...] = ()
    translations: dict[str, dict[str, str]] = {}  # noqa: RUF012 -- msgspec copies the default
    vocabulary: Vocabulary = Vocabulary()


def merged(catalogs: tuple[Catalog, ...]) -> Catalog:
    """Return one catalog of several: a later one overrides an earlier one id by id."""
    first, *others = catalogs
    result = first
    for other in others:
        result = Catalog(
            name=other.name,
            modules=result.modules | other.modules,
            tasks=result.tasks | other.tasks,
            files=result.files | other.files,
            categories=_over(result.categories, other.categories, "key"),
            collections=_over(result.collections, other.collections, "id"),
            traps=_over(result.traps, other.traps, "name"),
            translations=_translated(result.translations, other.translations),
            vocabulary=_worded(result.vocabulary, other.vocabulary),
        )
    return result


def _over(below: tuple[V, ...], above: tuple[V, ...], key: str) -> tuple[V, ...]:
    values = {getattr(value, key): value for value in (*below, *above)}
    return tuple(values.values())


def _translated(
    below: dict[str, dict[str, str]], above: dict[str, dict[str, str]]
) -> dict[str, dict[str, str]]:
    languages = below.keys() | above.keys()
    return {lang: below.get(lang, {}) | above.get(lang, {}) for lang in sorted(languages)}


def _worded(below: Vocabulary, above: Vocabulary) -> Vocabulary:
    def texts(first: dict[str, str], second: dict[str, str]) -> dict[str, str]:
        return {k: f"{first.get(k, '')} {second.get(k, '')}" for k in sorted(first | second)}

    groups = sorted(below.same | above.same)
    return Vocabulary(
        stop=texts(below.stop, above.stop),
        generic=texts(below.generic, above.generic),
        same={key: (*below.same.get(key, ()), *above.same.get(key, ())) for key in groups},
    )
