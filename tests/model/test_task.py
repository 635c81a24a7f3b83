"""What decides whether a receipt is still valid."""

import pytest
from msgspec.structs import replace

import content
from toolcrib.model.task import Run, TaskFiles, source_digest

SOLUTION = content.solution(content.JSON, "import json")
FILES = TaskFiles(expected="1\n", inputs={"a": b"b"})


def digest(run: Run, files: TaskFiles = FILES) -> str:
    """Return the digest of a task that is run so."""
    return source_digest(content.task("read", SOLUTION, run=run), SOLUTION, files)


def test_younger_keys_leave_old_receipts_valid() -> None:
    """A task that does without the keys that came later has the digest that it always had."""
    old = "345fb2d09a5819c70d99d497a8c8ec80f8ea9ec0bc98925a43d2e7f4419d3150"
    assert digest(Run()) == old


@pytest.mark.parametrize(
    "run", [Run(tty=True), Run(profile="raw-net"), Run(driver="drive.py"), Run(stdin="x")]
)
def test_way_of_running_decides(run: Run) -> None:
    """Each key of `[run]` that says something makes another digest."""
    assert digest(run) != digest(Run())


def test_driver_decides() -> None:
    """A changed driver makes receipts stale, as a changed input does."""
    run = Run(driver="drive.py")
    texts = ("print(1)", "print(2)")
    assert len({digest(run, replace(FILES, driver=text)) for text in texts}) == len(texts)
