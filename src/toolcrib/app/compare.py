"""Set modules side by side on the tasks that they share."""

from collections.abc import Iterable, Iterator

import msgspec

from toolcrib.app.language import Texts
from toolcrib.app.show import known_module, module_page, task_page, unknown
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import UsageError
from toolcrib.model.measurement import Figure, Measurement, Standing, standings
from toolcrib.model.module import ModuleId
from toolcrib.model.page import Comparison, ModulePage, Program, TaskPage, Verdict

MOST = 8
"""Modules that can be set side by side and still be seen."""

_FIGURES = ("cpu_time", "wall_time", "import_time", "peak_memory")
_BY_ITSELF = ("installed_size", "distributions")


def compare(bundle: Bundle, names: tuple[str, ...], texts: Texts) -> Comparison:
    """Compare modules, or the modules that do one task.

    Args:
        bundle: Where to look.
        names: Two to eight modules, or one task.
        texts: The language of the answer.

    Raises:
        UsageError: A name is unknown, or there is nothing to compare with.
    """
    if len(names) == 1:
        return _compare_on_task(bundle, names[0], texts)
    modules = {module.id: module for module in (known_module(bundle, name) for name in names)}
    if len(modules) == 1:
        (one,) = modules.values()
        hint = "name another module, or a task"
        raise UsageError(f"{' and '.join(names)} are the same module: {one.id}", hint)
    if len(modules) > MOST:
        message = f"{len(modules)} modules are too many to set side by side"
        raise UsageError(message, f"name {MOST} at most")
    tasks = (bundle.task(id_) for id_ in _shared_tasks(bundle, tuple(modules)))
    pages = [task_page(bundle, task, texts) for task in tasks if task]
    return _compared(
        tuple(module_page(bundle, module, texts) for module in modules.values()),
        tuple(_only(page, frozenset(modules)) for page in pages),
    )


def _compare_on_task(bundle: Bundle, name: str, texts: Texts) -> Comparison:
    task = bundle.task(name)
    if task is None:
        raise unknown(bundle, name, "no task")
    ids = dict.fromkeys(solution.module for solution in task.solutions)
    modules = (bundle.module(id_) for id_ in ids)
    return _compared(
        tuple(module_page(bundle, module, texts) for module in modules if module),
        (_ranked(task_page(bundle, task, texts)),),
    )


def _compared(modules: tuple[ModulePage, ...], tasks: tuple[TaskPage, ...]) -> Comparison:
    verdicts = [*_by_itself(modules), *(each for task in tasks for each in _on_task(task))]
    return Comparison(modules=modules, tasks=tasks, verdicts=tuple(verdicts))


def _by_itself(modules: tuple[ModulePage, ...]) -> Iterator[Verdict]:
    """Yield what can be said of modules whatever they do: how much one has to install."""
    for name in _BY_ITSELF:
        found = standings([getattr(m.facts, name) if m.facts else None for m in modules])
        yield from _verdict(name, "", zip((m.id for m in modules), found, strict=True))


def _on_task(page: TaskPage) -> Iterator[Verdict]:
    for name in _FIGURES:
        row = ((p.solution.module, p.standing.get(name)) for p in page.programs)
        yield from _verdict(name, page.task.id, row)


def _verdict(
    figure: str, task: str, row: Iterable[tuple[ModuleId, Standing | None]]
) -> Iterator[Verdict]:
    known = [(module, standing) for module, standing in row if standing]
    least = tuple(module for module, standing in known if standing is not Standing.MORE)
    more = tuple(module for module, standing in known if standing is Standing.MORE)
    if known:
        yield Verdict(figure=figure, task=task, least=least, more=more)


def _shared_tasks(bundle: Bundle, modules: tuple[str, ...]) -> list[str]:
    """Return the tasks that at least two of the modules do, in the order of the first one's."""
    done = [task for module in modules for task in bundle.tasks_of(module)]
    return [task for task in dict.fromkeys(done) if done.count(task) > 1]


def _only(page: TaskPage, modules: frozenset[str]) -> TaskPage:
    programs = tuple(p for p in page.programs if p.solution.module in modules)
    return _ranked(msgspec.structs.replace(page, programs=programs))


def _ranked(page: TaskPage) -> TaskPage:
    """Say of each program how it stands among the others, where they were measured together."""
    measured = [program.measurement for program in page.programs]
    if len({each.circumstances for each in measured if each}) != 1:
        return page
    by_figure = {name: standings([_figure(m, name) for m in measured]) for name in _FIGURES}
    programs: list[Program] = []
    for number, program in enumerate(page.programs):
        found = {name: standing[number] for name, standing in by_figure.items()}
        known = {name: standing for name, standing in found.items() if standing}
        programs.append(msgspec.structs.replace(program, standing=known))
    return msgspec.structs.replace(page, programs=tuple(programs))


def _figure(measurement: Measurement | None, name: str) -> Figure | None:
    return getattr(measurement.figures, name) if measurement else None
