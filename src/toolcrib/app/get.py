"""Write a task's folder, to read, run and change."""

from pathlib import Path

from toolcrib.app.show import unknown
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.task import Task


def get(bundle: Bundle, name: str, folder: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write a task's input, programs and expected output into a folder, and return the files.

    Nothing is written when a file is there already, unless `force` is given.

    Raises:
        UsageError: There is no such task, or a file is there already.
        ToolcribError: A file cannot be written.
    """
    task = bundle.task(name)
    if task is None:
        raise unknown(bundle, name, "no task")
    content = {folder / path: data for path, data in _content(bundle, task).items()}
    taken = [path for path in content if path.exists()]
    if taken and not force:
        raise UsageError(f"{taken[0]} is there already", "name another folder, or add --force")
    try:
        for path, data in content.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    except OSError as fault:
        raise ToolcribError(f"cannot write {fault.filename}: {fault.strerror}") from fault
    return tuple(content)


def _content(bundle: Bundle, task: Task) -> dict[str, bytes]:
    files = bundle.files(task.id)
    programs = {solution.file: solution.code.encode() for solution in task.solutions}
    if files.driver:
        programs[task.run.driver] = files.driver.encode()
    return {
        # Beside the programs, as in a run: they open config.yaml, not input/config.yaml.
        **files.inputs,
        **programs,
        "expected.txt": files.expected.encode(),
        "README.md": _readme(task).encode(),
    }


def _readme(task: Task) -> str:
    args = "".join(f" {arg}" for arg in task.run.args)
    lines = [f"    uv run {solution.file}{args}" for solution in task.solutions]
    services = ", ".join(task.run.services)
    needs = f" It talks to {services} on localhost." if services else ""
    prints = "Each program prints what `expected.txt` holds."
    if task.run.driver:
        prints = (
            f"Start one of the programs; then `python {task.run.driver}` in another terminal "
            "prints what `expected.txt` holds."
        )
    return f"# {task.title}\n\n{prints}{needs}\n\n" + "\n".join(lines) + "\n"
