"""What a hit must be beside fitting: of the standard library, for a Python, of a shelf, proven."""

from typing import TYPE_CHECKING

import msgspec

from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import UsageError
from toolcrib.model.value import Value
from toolcrib.model.version import version_number

if TYPE_CHECKING:
    from collections.abc import Iterator


class Filters(Value, frozen=True, kw_only=True):
    """What is asked of a hit; together they all hold.

    `python` is X.Y: the module is there on it, and nothing is known to fail. With `proven` it is
    proven on that Python. `category` is the key of a shelf.
    """

    stdlib: bool = False
    python: str = ""
    category: str = ""
    proven: bool = False

    @property
    def options(self) -> tuple[str, ...]:
        """Those that are set, as they are typed."""
        typed = {
            "--stdlib": self.stdlib,
            f"--python {self.python}": self.python,
            f"--category {self.category}": self.category,
            "--proven": self.proven,
        }
        return tuple(option for option, wanted in typed.items() if wanted)

    def without(self) -> "Iterator[tuple[str, Filters]]":
        """Yield the filters less one, each with what was left out; then none, without any."""
        less: dict[str, object] = {"stdlib": False, "python": "", "category": "", "proven": False}
        wanted = [name for name, none in less.items() if getattr(self, name) != none]
        for option, name in zip(self.options, wanted, strict=True):
            yield option, msgspec.structs.replace(self, **{name: less[name]})
        if len(wanted) > 1:
            yield " ".join(self.options), Filters()


def checked(bundle: Bundle, filters: Filters, texts: Texts) -> Filters:
    """Return filters as they are meant: a category may be given by its title.

    Raises:
        UsageError: There is no such category or Python; the hint has those that there are.
    """
    if filters.python:
        _check_python(filters.python)
    if not filters.category:
        return filters
    return msgspec.structs.replace(filters, category=_category(bundle, filters.category, texts))


def _check_python(version: str) -> None:
    from toolcrib.identify.stdlib import read_stdlib  # noqa: PLC0415 -- only where it is asked for

    known = read_stdlib().versions
    if version not in known:
        message = f"{version!r} is no Python that toolcrib knows"
        raise UsageError(message, f"name one from {known[0]} to {known[-1]}, such as 3.13")


def _category(bundle: Bundle, wanted: str, texts: Texts) -> str:
    categories = bundle.categories()
    names = {
        name.casefold(): each.key
        for each in categories
        for name in (texts(each.title), each.title, each.key)
    }
    if found := names.get(wanted.casefold()):
        return found
    import difflib  # noqa: PLC0415 -- only when nothing was found

    near = difflib.get_close_matches(wanted.casefold(), names, n=3)
    keys = dict.fromkeys(names[name] for name in near) or [each.key for each in categories]
    hint = ("did you mean {}?" if near else "there are: {}").format(
        (" or " if near else ", ").join(keys)
    )
    raise UsageError(f"there is no category {wanted!r}", hint)


class Sieve:
    """Tells which modules and programs pass filters."""

    def __init__(self, bundle: Bundle, filters: Filters) -> None:
        """Take filters that were checked."""
        self._bundle, self._filters = bundle, filters

    def task(self, module: str, task: str | None) -> tuple[bool, str | None]:
        """Tell whether a module passes, and with which task: this one, else another of its own."""
        if not self._filters.options:
            return True, task
        if not self._takes(module):
            return False, None
        of_shelf = not self._filters.category or self._stands_under(module)
        others = self._bundle.tasks_of(module) if task is None else ()
        for candidate in (task, *others):
            if candidate and self._program(candidate, module, of_shelf=of_shelf):
                return True, candidate
        # By itself it has no proof, and no program that could fail.
        return task is None and not others and of_shelf and not self._filters.proven, None

    def doer(self, task: str, words: tuple[str, ...]) -> str | None:
        """Return the first module that passes with a task, and is about the most telling word.

        The task alone does not say that it is: one may be done with YAML and with TOML.
        """
        for module, _ in self._bundle.doers(task):
            if self.task(module, task)[0] and self._tells(task, module, words):
                return module
        return None

    def _tells(self, task: str, module: str, words: tuple[str, ...]) -> bool:
        from toolcrib.catalog.words import split, stem  # noqa: PLC0415 -- loaded by every question

        known = self._bundle.terms({stem(word) for word in words})
        if not known:
            return False
        rarest = max(known, key=lambda term: known[term])
        about, found = self._bundle.task(task), self._bundle.module(module)
        texts = [about.title, *sum(about.phrases.values(), ())] if about else []
        if found:
            texts += [found.name, found.purpose, *found.use_cases, *sum(found.phrases.values(), ())]
        return rarest in {stem(word) for text in texts for word in split(text)}

    def _takes(self, module: str) -> bool:
        if self._filters.stdlib and not module.startswith("std:"):
            return False
        return not self._filters.python or self._is_for(module, self._filters.python)

    def _is_for(self, module: str, python: str) -> bool:
        """Tell whether a module is there on a Python, by the table or by its newest version."""
        if module.startswith("std:"):
            from toolcrib.identify.stdlib import read_stdlib  # noqa: PLC0415 -- as above

            since, until, _ = read_stdlib().modules.get(module.removeprefix("std:"), ("3.0", "", 0))
            number = version_number(python)
            return version_number(since) <= number and not (
                until and number > version_number(until)
            )
        from toolcrib.identify.requirement import supports  # noqa: PLC0415 -- as above

        facts = self._bundle.facts(module)
        needs = facts.index.requires_python if facts and facts.index else ""
        return not needs or supports(needs, python)

    def _stands_under(self, module: str) -> bool:
        found = self._bundle.module(module)
        return found is not None and self._filters.category in found.categories

    def _program(self, task: str, module: str, *, of_shelf: bool) -> bool:
        """Tell whether a program passes; a task's own shelf counts as much as its module's."""
        if not of_shelf and self._bundle.category_of(task) != self._filters.category:
            return False
        files = [file for doer, file in self._bundle.doers(task) if doer == module]
        return any(self._is_known_good(task, file) for file in files)

    def _is_known_good(self, task: str, file: str) -> bool:
        if not (self._filters.proven or self._filters.python):
            return True
        proof, python = self._bundle.proof(task, file), self._filters.python
        if proof is None:
            return not self._filters.proven
        if python in (*proof.fails_on, *proof.cannot_install_on):
            return False
        bad = proof.word in ("fails", "cannot install") and python in proof.on
        proven = proof.word == "proven" and (not python or python in proof.on)
        return proven if self._filters.proven else not bad
