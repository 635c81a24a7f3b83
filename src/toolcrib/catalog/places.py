"""Where content lies in the folder of a catalog."""

from toolcrib.model.module import ModuleId


def module_place(id_: ModuleId) -> str:
    """Return the file of a module's entry."""
    origin, _, name = id_.partition(":")
    return f"modules/{origin}/{name}.toml"


def task_place(id_: str) -> str:
    """Return the file of a task."""
    return f"tasks/{id_}/task.toml"
