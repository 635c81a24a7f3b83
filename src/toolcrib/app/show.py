"""What is known of a module or a task."""

from collections.abc import Iterator

from toolcrib.app.language import Texts
from toolcrib.catalog.asked import modules_named
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import UsageError
from toolcrib.model.module import Module, ModuleId
from toolcrib.model.page import Measured, ModulePage, ModuleTask, Program, Reference, TaskPage
from toolcrib.model.proof import Proof, Word
from toolcrib.model.task import Solution, Task


def show(bundle: Bundle, name: str, texts: Texts, task: str = "") -> ModulePage | TaskPage:
    """Return the page of a module or of a task.

    Args:
        bundle: Where to look.
        name: The module or the task.
        texts: The language of the answer.
        task: The one task of the module that is wanted; else all.

    Raises:
        UsageError: The name is neither, or the module does no such task; the hint has near ones.
    """
    if task:
        return _on_task(bundle, known_module(bundle, name), task, texts)
    module = find_module(bundle, name)
    if module:
        return module_page(bundle, module, texts)
    found = bundle.task(name)
    if found:
        return task_page(bundle, found, texts)
    raise unknown(bundle, name, "neither a module nor a task")


def _on_task(bundle: Bundle, module: Module, task: str, texts: Texts) -> ModulePage:
    page = module_page(bundle, module, texts, task)
    if not page.tasks:
        done = ", ".join(bundle.tasks_of(module.id)) or "none yet"
        raise UsageError(f"{module.id} has no program for {task!r}", f"its tasks are: {done}")
    return page


def program_of(page: ModulePage | TaskPage) -> Solution:
    """Return the first program of a page, in whole.

    Raises:
        UsageError: It has none.
    """
    if isinstance(page, TaskPage):
        name, programs = page.task.id, page.programs
    else:
        name, programs = page.id, tuple(task.program for task in page.tasks)
    if not programs:
        raise UsageError(f"{name} has no program yet", f"crib show {name}")
    return programs[0].solution


def find_module(bundle: Bundle, name: str) -> Module | None:
    """Return the module that a name means: its id, else std first, then PyPI."""
    if exact := bundle.module(name):
        return exact
    found = (bundle.module(meant.module) for meant in modules_named(bundle, name))
    return next((module for module in found if module), None)


def known_module(bundle: Bundle, name: str) -> Module:
    """Return the module that a name means.

    Raises:
        UsageError: There is none in the catalog; the hint has near ones.
    """
    if module := find_module(bundle, name):
        return module
    raise unknown(bundle, name, "no module")


def unknown(bundle: Bundle, name: str, what: str) -> UsageError:
    """Return the fault that a name is not in the catalog, with the names that are near."""
    import difflib  # noqa: PLC0415 -- only when nothing was found

    if bundle.task(name):
        return UsageError(f"{name!r} is a task, {what} of the catalog", f"crib show {name}")
    if module := find_module(bundle, name):
        tasks = ", ".join(bundle.tasks_of(module.id)) or "none yet"
        return UsageError(f"{name!r} is a module, {what}", f"its tasks are: {tasks}")
    known = [*bundle.names(), *(task.id for task in bundle.tasks())]
    near = difflib.get_close_matches(name.lower(), known, n=3, cutoff=0.7)
    hint = f"did you mean {' or '.join(near)}?" if near else f"`crib what {name}` looks further"
    return UsageError(f"{name!r} is {what} of the catalog", hint)


def task_page(bundle: Bundle, task: Task, texts: Texts) -> TaskPage:
    """Return the page of a task."""
    files = bundle.files(task.id)
    shelves = {category.key: category.title for category in bundle.categories()}
    return TaskPage(
        task=task,
        title=texts(task.title),
        category=texts(shelves.get(task.category, task.category)),
        why=texts(task.prefer.why) if task.prefer else "",
        expected=files.expected,
        inputs=tuple(files.inputs),
        programs=tuple(_program(bundle, task.id, solution) for solution in task.solutions),
    )


def module_page(bundle: Bundle, module: Module, texts: Texts, task: str = "") -> ModulePage:
    """Return the page of a module, with all of its tasks or with one."""
    shelves = {category.key: category.title for category in bundle.categories()}
    return ModulePage(
        id=module.id,
        name=module.name,
        purpose=texts(module.purpose),
        categories=tuple(texts(shelves.get(key, key)) for key in module.categories),
        install=module.install_name,
        imports=module.import_names,
        use_cases=tuple(map(texts, module.use_cases)),
        not_for=texts(module.not_for),
        pitfall=texts(module.pitfall),
        alternatives=tuple(_reference(bundle, id_, texts) for id_ in module.alternatives),
        tasks=tuple(_tasks(bundle, module.id, texts, task)),
        facts=bundle.facts(module.id),
    )


def _reference(bundle: Bundle, id_: ModuleId, texts: Texts) -> Reference:
    name, purpose = bundle.entry(id_) or (id_.partition(":")[2], "")
    return Reference(id=id_, name=name, purpose=texts(purpose))


def _tasks(bundle: Bundle, module: ModuleId, texts: Texts, only: str) -> Iterator[ModuleTask]:
    for id_ in bundle.tasks_of(module):
        if only and id_ != only:
            continue
        task = bundle.task(id_)
        for solution in task.solutions if task else ():
            if task and solution.module == module:
                yield ModuleTask(
                    id=id_,
                    title=texts(task.title),
                    tool=task.is_tool,
                    program=_program(bundle, id_, solution),
                )


def _program(bundle: Bundle, task: str, solution: Solution) -> Program:
    name, _ = bundle.entry(solution.module) or (solution.module.partition(":")[2], "")
    proof = bundle.proof(task, solution.file) or Proof(word=Word.NOT_YET)
    # On Pyodide the memory is for the most part that of Node, and the wheels may be others.
    receipts = bundle.receipts(task, solution.file)
    runs = [r for r in receipts if r.is_good and not (r.blocked or r.cell.in_browser)]
    newest = max(runs, key=lambda receipt: receipt.when, default=None)
    measured = Measured()
    if newest:
        measured = Measured(
            distributions=newest.distributions,
            installed_size=newest.installed_size,
            peak_memory=max(receipt.peak_memory for receipt in runs),
        )
    return Program(
        name=name,
        solution=solution,
        proof=proof,
        measured=measured,
        measurement=bundle.measurement(task, solution.file),
    )
