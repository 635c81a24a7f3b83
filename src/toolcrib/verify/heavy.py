"""Heavy environments: kept for as long as a verification needs them, and no longer."""

from collections.abc import Callable
from pathlib import Path

from toolcrib.verify.environment import environment_folder
from toolcrib.verify.job import Done
from toolcrib.verify.once import remove_unused
from toolcrib.verify.plan import Job

HEAVY = 300 * 1000 * 1000
"""The bytes from which on an environment is heavy."""


class HeavyEnvironments:
    """The heavy environments of a verification's runs."""

    def __init__(self, cache: Path, *, keep: bool) -> None:
        """Begin with none.

        Args:
            cache: The folder of all that can be made again.
            keep: Remove none.
        """
        self._cache = cache
        self._keep = keep
        self._here: set[Path] = set()
        self._news: list[str] = []

    def used(self, job: Job, done: Done, still: Callable[[], bool]) -> None:
        """Take what came of a run; remove its environment if it is heavy and not `still` needed.

        Whether it is needed is asked only of a heavy one: all that waits is looked through for it.
        """
        if not done.lock or done.installed_size <= HEAVY:
            return
        folder = environment_folder(done.lock, job.interpreter, self._cache)
        if folder not in self._here:
            self._here.add(folder)
            what = f"{', '.join(job.solution.dependencies)} on {job.interpreter.version}"
            after = "kept" if self._keep else "removed after use (--keep keeps it)"
            self._news.append(f"heavy: {what} takes {done.installed_size / 1e6:,.0f} MB; {after}")
        if not self._keep and not still():
            remove_unused(folder)

    def remove_all(self) -> None:
        """Remove all that are still there: those whose last run did not take place."""
        for folder in () if self._keep else self._here:
            remove_unused(folder)

    def news(self) -> tuple[str, ...]:
        """Return what nobody has been told yet: each environment once, with its size."""
        news, self._news = tuple(self._news), []
        return news
