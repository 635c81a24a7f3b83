"""What all tests share: a neutral environment, and the rule that in CI no pod may be missing."""

import os

import hypothesis
import pytest

from toolcrib.app.settings import cache_folder, name_catalogs
from toolcrib.errors import ToolcribError
from toolcrib.verify.cgroup import ground
from toolcrib.verify.machine import apt_command, closed_rooms, missing_packages
from toolcrib.verify.pyodide import build_pyodide
from toolcrib.verify.room import Interpreter
from toolcrib.verify.services import ALL, services_named
from toolcrib.verify.services.service import Service
from toolcrib.verify.systems import host_system

# No timed tests: a slow machine is no fault of the code.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")

IN_CI = os.environ.get("CI", "").lower() not in ("", "0", "false")  # noqa: TID251 -- about the test run

_NO_POD = "no pod here"


def why_no_pod(services: tuple[Service, ...] = ALL) -> str:
    """Return why this machine cannot run solutions in the pod; nothing when it can."""
    fitness = closed_rooms()
    if not fitness.ok:
        return f"{fitness.detail}; {fitness.mend}"
    absent = missing_packages(services, (), host_system())
    return f"packages are missing; {apt_command(absent)}" if absent else ""


def why_no_leaf() -> str:
    """Return why this machine cannot hold rooms by cgroups; nothing when it can."""
    if not ground().folder:
        return "cgroup v2 is not delegated here: scripts/guest.sh shows it in an emulated guest"
    return why_no_pod(services_named(("redis",)))


@pytest.fixture(autouse=True)
def neutral_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away what the person at this machine has set: language, catalogs."""
    for name in ("LANG", "LC_ALL", "LC_MESSAGES", "TOOLCRIB_CATALOGS"):
        monkeypatch.delenv(name, raising=False)
    # A test that ran the command line in this process may have named some.
    name_catalogs(())


@pytest.fixture(scope="session")
def pyodide() -> Interpreter:
    """Return Pyodide, made once on a machine: in the cache of whoever runs the tests."""
    try:
        return build_pyodide(cache_folder().value, print)
    except ToolcribError as fault:
        if IN_CI:
            raise
        pytest.skip(f"Pyodide is not here: {fault}; {fault.hint}")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests marked `pod` and `cgroup` where there can be none."""
    pods = [item for item in items if item.get_closest_marker("pod")]
    reason = why_no_pod() if pods else ""
    for item in pods if reason else ():
        item.add_marker(pytest.mark.skip(reason=f"{_NO_POD}: {reason}"))
    leaves = [item for item in items if item.get_closest_marker("cgroup")]
    reason = why_no_leaf() if leaves else ""
    for item in leaves if reason else ():
        item.add_marker(pytest.mark.skip(reason=reason))


def left_out(config: pytest.Config) -> int:
    """Return how many tests were skipped for want of a pod; others have reasons of their own."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    return sum(_NO_POD in str(report.longrepr) for report in skipped)


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
