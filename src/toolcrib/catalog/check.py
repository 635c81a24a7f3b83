"""What is wrong with a catalog's content, as far as it can be told without running anything."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator

from toolcrib.catalog.length import lines_of_code, longest
from toolcrib.catalog.phrases import dead_phrases
from toolcrib.catalog.places import module_place, task_place
from toolcrib.catalog.translatable import texts
from toolcrib.model.catalog import Catalog
from toolcrib.model.module import ModuleId, normalised
from toolcrib.model.task import Solution, Task
from toolcrib.model.value import Value

LONGEST_TITLE = 70

ID = re.compile(r"std:[A-Za-z_][\w.]*|pypi:[a-z0-9]+(-[a-z0-9]+)*")
"""The form of a module's id; it becomes a file's name among the receipts."""

PICTURE = re.compile(r"[\w-][\w.-]*\.png")
"""The form of a picture's name: a file of the folder `out`, no path."""

DRIVER = re.compile(r"drive\w*\.py")
"""The form of a driver's name: by it a driver is told from the solutions beside it."""

_REQUIREMENT = re.compile(r"[A-Za-z0-9][\w.-]*")
_BY_NAME = re.compile(r"[A-Za-z0-9][^@\n]*")
_SAYS_NOTHING = frozenset({"true", "false", "none", "ok", "okay", "done", "passed", "success"})


class Fault(Value, frozen=True, kw_only=True):
    """One thing wrong: the file it is in, a code that stays, and a sentence."""

    place: str
    code: str
    message: str


class Surroundings(Value, frozen=True, kw_only=True):
    """What content may name that is none of its own.

    Services, texts of the program itself, and modules of other catalogs.
    """

    services: frozenset[str]
    interface: frozenset[str]
    modules: frozenset[ModuleId] = frozenset()


Check = Callable[[Catalog, Surroundings], Iterator[Fault]]


def check_catalog(
    catalog: Catalog,
    services: Collection[str],
    interface: Collection[str] = (),
    modules: Collection[ModuleId] = (),
) -> list[Fault]:
    """Return all faults of a catalog, by file.

    Args:
        catalog: What to check.
        services: The services that a task may talk to.
        interface: Texts of the program that stand in the translations with those of the content.
        modules: Modules of other catalogs that stand beside it.
    """
    around = Surroundings(
        services=frozenset(services), interface=frozenset(interface), modules=frozenset(modules)
    )
    faults = {fault for check in CHECKS for fault in check(catalog, around)}
    return sorted(faults, key=lambda fault: (fault.place, fault.code, fault.message))


def _solution_place(task: Task, solution: Solution) -> str:
    return f"tasks/{task.id}/{solution.file}"


def _solutions(catalog: Catalog) -> Iterator[tuple[Task, Solution]]:
    return ((task, solution) for task in catalog.tasks.values() for solution in task.solutions)


def _categories(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    known = {category.key for category in catalog.categories}
    named = [
        *((module_place(m.id), key) for m in catalog.modules.values() for key in m.categories),
        *((task_place(task.id), task.category) for task in catalog.tasks.values()),
    ]
    for place, key in named:
        if key not in known:
            message = f"the category {key!r} is not in categories.toml"
            yield Fault(place=place, code="unknown-category", message=message)
    for module in catalog.modules.values():
        if not module.categories:
            place = module_place(module.id)
            yield Fault(place=place, code="no-category", message="it stands in no category")


def _ids(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    named = [
        *((module_place(id_), id_) for id_ in catalog.modules),
        *((module_place(m.id), id_) for m in catalog.modules.values() for id_ in m.alternatives),
        *(("traps.toml", id_) for trap in catalog.traps for id_ in trap.means),
    ]
    for place, id_ in named:
        if not ID.fullmatch(id_):
            message = f"{id_!r} is no id: std:name, or pypi:name in lower case with dashes"
            yield Fault(place=place, code="malformed-id", message=message)


def _covers(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    known = {f"{m.id}: {use}" for m in catalog.modules.values() for use in m.use_cases}
    for task in catalog.tasks.values():
        done_by = {solution.module for solution in task.solutions}
        for line in task.covers:
            module = line.partition(": ")[0]
            if line not in known:
                message = f"covers {line!r}: no module has this use case, word for word"
                yield Fault(place=task_place(task.id), code="unknown-use-case", message=message)
            elif module not in done_by:
                message = f"covers a use case of {module}, but no solution is with it"
                yield Fault(place=task_place(task.id), code="uncovered-use-case", message=message)


def _alternatives(catalog: Catalog, around: Surroundings) -> Iterator[Fault]:
    known = around.modules | catalog.modules.keys()
    for module in catalog.modules.values():
        for id_ in module.alternatives:
            if id_ not in known:
                place, message = module_place(module.id), f"the alternative {id_} has no entry"
                yield Fault(place=place, code="unknown-alternative", message=message)


def _phrases(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    for place, phrase in dead_phrases(catalog):
        message = f"the phrase {phrase!r} has no word that a search looks for"
        yield Fault(place=place, code="dead-phrase", message=message)


def _references(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    for task in catalog.tasks.values():
        if task.prefer and task.prefer.id not in {s.module for s in task.solutions}:
            message = f"prefers {task.prefer.id}, but no solution is with it"
            yield Fault(place=task_place(task.id), code="prefers-nothing", message=message)
    for task, solution in _solutions(catalog):
        if solution.module not in catalog.modules:
            place = _solution_place(task, solution)
            message = f"{solution.module} has no entry: {module_place(solution.module)}"
            yield Fault(place=place, code="unknown-module", message=message)
    for collection in catalog.collections:
        of_headings = [id_ for heading in collection.headings for id_ in heading.modules]
        written = [id_ for ids in collection.written.values() for id_ in ids]
        for id_ in (*of_headings, *written):
            if id_ not in catalog.modules:
                place = f"collections/{collection.id}.toml"
                message = f"{id_} has no entry: {module_place(id_)}"
                yield Fault(place=place, code="unknown-module", message=message)


def _dependencies(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    for task, solution in _solutions(catalog):
        module = catalog.modules.get(solution.module)
        if module is None or module.is_std:
            continue
        if _required(module.install_name) not in map(_required, solution.dependencies):
            message = f"its dependencies do not hold {module.install_name}, the module it is with"
            place = _solution_place(task, solution)
            yield Fault(place=place, code="missing-dependency", message=message)


def _requirements(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    for task, solution in _solutions(catalog):
        place = _solution_place(task, solution)
        for text in (*solution.dependencies, *solution.overrides):
            if not _BY_NAME.fullmatch(text):
                message = f"{text!r} does not ask for a distribution by its name and version"
                yield Fault(place=place, code="not-by-name", message=message)
        for name in solution.build:
            if normalised(name) not in map(_required, solution.dependencies):
                message = f"builds {name!r}, which is none of its dependencies"
                yield Fault(place=place, code="builds-nothing", message=message)


def _required(requirement: str) -> str:
    match = _REQUIREMENT.match(requirement.strip())
    return normalised(match[0]) if match else ""


def _outputs(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    for task in catalog.tasks.values():
        place = f"tasks/{task.id}/expected.txt"
        lines = {line.strip().lower() for line in catalog.files[task.id].expected.split("\n")}
        if not lines - {""}:
            message = "there is no expected output"
            yield Fault(place=place, code="no-expected-output", message=message)
        elif not lines - {""} - _SAYS_NOTHING:
            message = "the output says nothing: let it have figures, rows, words of the result"
            yield Fault(place=place, code="empty-words", message=message)


def _runs(catalog: Catalog, around: Surroundings) -> Iterator[Fault]:
    for task in catalog.tasks.values():
        place = task_place(task.id)
        for service in task.run.services:
            if service not in around.services:
                message = f"there is no service {service!r}"
                yield Fault(place=place, code="unknown-service", message=message)
        if task.run.driver and (task.run.tty or task.run.stdin):
            message = "a driver is the one who talks to the solution: it needs no tty and no stdin"
            yield Fault(place=place, code="driver-and-keyboard", message=message)
        for picture in task.output.pictures:
            if not PICTURE.fullmatch(picture):
                message = f"the picture {picture!r} is no name of a .png"
                yield Fault(place=place, code="not-png", message=message)
        for mask in task.output.masks:
            try:
                re.compile(mask)
            except re.error as fault:
                message = f"the mask {mask!r} is no regular expression: {fault}"
                yield Fault(place=place, code="bad-mask", message=message)


def _programs(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    for task in catalog.tasks.values():
        if not task.solutions:
            message = "it has no solution"
            yield Fault(place=task_place(task.id), code="no-solution", message=message)
    for task, solution in _solutions(catalog):
        place = _solution_place(task, solution)
        if task.is_tool and not re.search(r"(?m)^(import|from) argparse\b", solution.code):
            message = "a tool takes its parameters with argparse"
            yield Fault(place=place, code="tool-without-argparse", message=message)
        count, most = lines_of_code(solution.code), longest(task)
        if count > most:
            message = f"{count} lines of code; such a solution has at most {most}"
            yield Fault(place=place, code="too-long", message=message)
        if not solution.doc:
            message = "no docstring says why one does it so"
            yield Fault(place=place, code="no-docstring", message=message)


def _titles(catalog: Catalog, _: Surroundings) -> Iterator[Fault]:
    count = Counter(task.title.casefold() for task in catalog.tasks.values())
    for task in catalog.tasks.values():
        title = task.title
        faults = {
            "a title begins with a capital letter": not title[:1].isupper(),
            "a title has no full stop": title.endswith("."),
            "a title says what to do, without 'how to'": title.lower().startswith("how to"),
            f"a title has at most {LONGEST_TITLE} characters": len(title) > LONGEST_TITLE,
            "a title is one line": "\n" in title,
        }
        for message, wrong in faults.items():
            if wrong:
                yield Fault(place=task_place(task.id), code="bad-title", message=message)
        if count[title.casefold()] > 1:
            message = f"another task has the title {title!r} too"
            yield Fault(place=task_place(task.id), code="same-title", message=message)


def _translations(catalog: Catalog, around: Surroundings) -> Iterator[Fault]:
    wanted = texts(catalog)
    known = {text for of_file in wanted.values() for text in of_file} | around.interface
    for language, translated in catalog.translations.items():
        place = f"languages/{language}.po"
        for text in translated.keys() - known:
            message = f"nothing in the catalog says {text!r} any more"
            yield Fault(place=place, code="stale-translation", message=message)
        for file, of_file in wanted.items():
            missing = [text for text in of_file if text not in translated]
            if missing:
                message = f"{len(missing)} texts of {file} are not translated: {missing[0]!r} …"
                yield Fault(place=place, code="missing-translation", message=message)


CHECKS: tuple[Check, ...] = (
    _categories,
    _ids,
    _covers,
    _alternatives,
    _phrases,
    _references,
    _dependencies,
    _requirements,
    _outputs,
    _runs,
    _programs,
    _titles,
    _translations,
)
"""All checks, each of the whole catalog."""
