"""toolcrib: ask for a task, get a Python module that was proven to do it.

    import toolcrib

    for hit in toolcrib.open().find("read a yaml config file"):
        print(hit.name, hit.title, hit.proof)

What is listed in `__all__` is the public interface; it is imported when it is first used, so that
importing toolcrib costs nothing.
"""

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Crib",
    "Hit",
    "Listing",
    "Module",
    "ModulePage",
    "Proof",
    "Solution",
    "Task",
    "TaskPage",
    "ToolcribError",
    "__version__",
    "open",
]

# What type checkers take for true; importing typing would cost more than all else here.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from toolcrib.api import (
        Comparison,
        Crib,
        Hit,
        Listing,
        Module,
        ModulePage,
        Proof,
        Solution,
        Task,
        TaskPage,
        ToolcribError,
        open,  # noqa: A004 -- toolcrib.open() reads as it is meant
    )


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for (PEP 562)."""
    if name not in __all__:
        raise AttributeError(f"module 'toolcrib' has no attribute {name!r}")
    # By name: for the layers, nothing below the interface depends on it.
    from importlib import import_module  # noqa: PLC0415 -- importing toolcrib is to cost nothing

    value: object = getattr(import_module("toolcrib.api"), name)
    return value


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
