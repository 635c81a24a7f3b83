"""What a run needs of a machine, and what a machine offers, as names of Dask's resources; pure."""

from collections.abc import Iterable, Mapping

from toolcrib.model.receipt import Cell
from toolcrib.model.task import Task
from toolcrib.verify.services import services_named
from toolcrib.verify.services.service import Service


def python_resource(cell: Cell) -> str:
    """Return the name of a Python: `python3.13`, or `pyodide`."""
    return "pyodide" if cell.in_browser else f"python{cell.python}"


def needed(task: Task, cell: Cell) -> frozenset[str]:
    """Return what a run needs: its Python, and each service that needs packages of the system.

    A service that is made of distributions alone is installed when it is used.
    """
    services = services_named(task.run.services)
    return frozenset({python_resource(cell), *(s.name for s in services if s.packages)})


def offered(cells: Iterable[Cell], services: Iterable[Service]) -> tuple[str, ...]:
    """Return what a machine with these Pythons and these services' programs offers."""
    return (*map(python_resource, cells), *(s.name for s in services if s.packages))


def places(needs: frozenset[str], offers: Iterable[Mapping[str, float]]) -> int:
    """Return how many runs with these needs the workers can do at a time."""
    return sum(int(min(offer.get(name, 0) for name in needs)) for offer in offers)


def lacking(needs: frozenset[str], offers: Iterable[Mapping[str, float]]) -> str:
    """Say what no worker offers of what a run needs; nothing where one offers it all."""
    everyone = [offer.keys() for offer in offers]
    if any(needs <= offer for offer in everyone):
        return ""
    absent = needs.difference(*everyone)
    if absent:
        return f"no worker offers {' or '.join(sorted(absent))}"
    return f"no worker offers {' and '.join(sorted(needs))} together"


def worker_command(scheduler: str, processes: int, offer: Iterable[str]) -> str:
    """Return the command that starts workers with an offer: each does one run at a time.

    The options are those of `dask worker` (dask.distributed, "Worker resources").
    """
    resources = ",".join(f"{name}=1" for name in offer)
    parts = ("dask worker", scheduler, "--nthreads 1", f"--nworkers {processes}")
    return f'{" ".join(parts)} --resources "{resources}"'
