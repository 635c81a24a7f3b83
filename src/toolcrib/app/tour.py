"""What toolcrib shows of itself at the first start."""

from collections.abc import Iterator

from toolcrib.app.run import Ran, RunWish, run_tasks
from toolcrib.catalog.bundle import Bundle
from toolcrib.verify.pool import ChildFaultError

QUESTION = "read a yaml config file"
PROGRAMS = (
    "monitor-the-system",
    "store-data-in-sqlite",
    "match-and-replace-with-patterns",
    "open-a-socket",
    "draw-a-chart",
)
"""Tasks of several kinds that need no service, so that every machine can do them."""


def tour_programs(bundle: Bundle) -> Iterator[tuple[str, Ran | ChildFaultError]]:
    """Run the programs of the tour here and now, and yield each with its task's id.

    Raises:
        RefusedError: This machine can run none of them.
    """
    wishes = tuple(RunWish(task=task) for task in PROGRAMS)
    yield from zip(PROGRAMS, run_tasks(bundle, wishes, workers=2), strict=True)
