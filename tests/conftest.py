"""What all tests share: a neutral environment, and the rule that in CI no pod may be missing."""

import os

import hypothesis
import pytest

from toolcrib.verify.machine import apt_command, closed_rooms, missing_packages
from toolcrib.verify.services import ALL

# No timed tests: a slow machine is no fault of the code.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")  # noqa: TID251 -- about the test run


def why_no_pod() -> str:
    """Return why this machine cannot run solutions in the pod; nothing when it can."""
    fitness = closed_rooms()
    if not fitness.ok:
        return f"{fitness.detail}; {fitness.mend}"
    absent = missing_packages(ALL, ())
    return f"packages are missing; {apt_command(absent)}" if absent else ""


@pytest.fixture(autouse=True)
def neutral_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the person at this machine has set: language, catalogs."""
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "TOOLCRIB_CATALOGS"):
        monkeypatch.delenv(name, raising=False)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked `pod` where there can be none."""
    pods = [item for item in items if item.get_closest_marker("pod")]
    reason = why_no_pod() if pods else ""
    for item in pods if reason else ():
        item.add_marker(pytest.mark.skip(reason=f"no pod here: {reason}"))


def left_out(config: pytest.Config) -> int:
    """Return how many tests marked `pod` were skipped."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    return sum("pod" in report.keywords for report in skipped)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI, count a pod test that was left out as a failure."""
    if IN_CI and left_out(session.config):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many tests were left out for want of a pod; why, stands with the skipped ones."""
    if number := left_out(terminalreporter.config):
        line = f"tests left out for want of a pod: {number}"
        line += " (a failure, because this is CI)" if IN_CI else ""
        terminalreporter.write_line(line, red=IN_CI, yellow=not IN_CI)
