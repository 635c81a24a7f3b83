"""All of a site that runs in the reader's browser: Python, wheels, tasks, and toolcrib itself."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from toolcrib.app.browser_wheels import browser_tags, browser_wheels, lock_of
from toolcrib.app.settings import cache_folder
from toolcrib.catalog.bundle import Bundle
from toolcrib.errors import NetworkError, ToolcribError
from toolcrib.model.receipt import Lock
from toolcrib.model.value import Value
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.web.checker import NEEDS, checker_archive
from toolcrib.web.pyodide import FROM_NPM, Pyodide, own_packages, pyodide_for
from toolcrib.web.runnable import Program, Runnable, runnable, sheet, untried

if TYPE_CHECKING:
    from packaging.tags import Tag

Content = Path | bytes


class Browser(Value, frozen=True, kw_only=True):
    """What of a site runs in the reader's browser.

    `files` are by their address below the site's root, `programs` the files of a task's solutions
    that have a Run button. `checks` says whether lists can be checked there, `left` what was left
    out and why.
    """

    python: Pyodide | None = None
    files: dict[str, Content] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    programs: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 -- the same
    checks: bool = False
    left: tuple[str, ...] = ()

    def sheet(self, task: str, file: str) -> str:
        """Return where the browser finds what it takes to run a solution; empty if it cannot."""
        return sheet_address(task) if file in self.programs.get(task, ()) else ""

    def content(self, address: str) -> bytes:
        """Return the bytes of a file."""
        found = self.files[address]
        return found.read_bytes() if isinstance(found, Path) else found

    def key(self, address: str) -> str:
        """Return what changes with the bytes of a file.

        Those that lie on disk have addresses that change with them, but for what is beside them.
        """
        found = self.files[address]
        if isinstance(found, Path):
            return f"{found.stat().st_size:x}"
        return hashlib.sha256(found).hexdigest()

    @property
    def size(self) -> int:
        """The bytes of all files."""
        return sum(
            len(content) if isinstance(content, bytes) else content.stat().st_size
            for content in self.files.values()
        )


CHECKER = "check/archives.json"
"""Where the site names the archives that checking takes: no page changes when they do."""


def sheet_address(task: str) -> str:
    """Return where the site has what a browser needs to run the solutions of a task."""
    return f"run/{task}.json"


def browser_part(bundle: Bundle, wanted: str, tell: Callable[[str], None]) -> Browser:
    """Return what of a site runs in the reader's browser.

    What cannot be had (a wheel, an index that answers) is left out, and said.

    Args:
        bundle: The bundle that the site is made of.
        wanted: Which Pyodide, see `pyodide_for`; empty for that of npm where it is to be had.
        tell: Hears what goes on where that takes long, a line a call.

    Raises:
        RefusedError: npm is not installed.
        ToolcribError: Pyodide could not be got.
        UsageError: There is no Pyodide where it was said to be.
    """
    pyodide = _pyodide(wanted, tell)
    if pyodide is None:
        return Browser()
    shop = _Shop(pyodide)
    programs = _programs(bundle, shop)
    sheets = {
        sheet_address(id_): msgspec.json.encode(sheet(bundle, task, programs[id_]))
        for id_ in programs
        if (task := bundle.task(id_))
    }
    checker = _checker(bundle, shop)
    told = {CHECKER: msgspec.json.encode(checker)} if checker else {}
    return Browser(
        python=pyodide,
        files={**pyodide.files, **shop.files, **sheets, **told},
        programs={task: tuple(files) for task, files in programs.items()},
        checks=bool(checker),
        left=tuple(shop.left),
    )


def _pyodide(wanted: str, tell: Callable[[str], None]) -> Pyodide | None:
    cache = cache_folder().value
    if wanted:
        return pyodide_for(wanted, cache, tell)
    try:
        return pyodide_for(FROM_NPM, cache, tell)
    except ToolcribError as fault:
        tell(f"without Python for the browser: {fault} ({fault.hint})")
        return None


class _Shop:
    """The wheels of a site, each once, and what could not be had."""

    def __init__(self, pyodide: Pyodide) -> None:
        self.pyodide = pyodide
        self.files: dict[str, Content] = {}
        self.left: list[str] = []
        self._tags: tuple[Tag, ...] = browser_tags(pyodide.python, pyodide.abi)

    def wheels(self, lock: Lock, whose: str) -> tuple[str, ...] | None:
        """Take the wheels of a lock in and return their addresses, or None where one is missing."""
        try:
            paths = browser_wheels(lock, self._tags)
        except (CannotInstallError, NetworkError) as fault:
            self.left.append(f"{whose}: {fault}")
            return None
        # A wheel's name has to stay, and its bytes are those that the lock names.
        found = {f"wheels/{path.name}": path for path in paths}
        self.files |= found
        return tuple(found)

    def archive(self, name: str, data: bytes) -> str:
        """Take an archive in and return its address, which changes with its bytes."""
        address = f"wheels/{name}-{hashlib.sha256(data).hexdigest()[:12]}.zip"
        self.files[address] = data
        return address

    def packages(self, requirements: tuple[str, ...]) -> tuple[str, ...]:
        """Take packages of Pyodide's own in and return their names; none where one is missing."""
        found = own_packages(requirements, self.pyodide)
        folder = self.pyodide.folder
        if not found or folder is None:
            return ()
        self.files |= {
            f"{self.pyodide.address}{each.file_name}": folder / each.file_name for each in found
        }
        return tuple(each.name for each in found)


def _programs(bundle: Bundle, shop: _Shop) -> dict[str, dict[str, Program]]:
    found: dict[str, dict[str, Program]] = {}
    for one in runnable(bundle):
        program = _program(bundle, one, shop)
        if program:
            found.setdefault(one.task, {})[one.file] = program
    for task, solution in untried(bundle) if shop.pyodide.packages else ():
        packages = shop.packages(solution.dependencies)
        if packages:
            program = Program(code=solution.code, packages=packages, proven=False)
            found.setdefault(task.id, {})[solution.file] = program
    return found


def _program(bundle: Bundle, one: Runnable, shop: _Shop) -> Program | None:
    code = next(s.code for s in bundle.solutions(one.task) if s.file == one.file)
    archives: tuple[str, ...] | None = ()
    if one.lock:
        whose = f"{one.task}/{one.file}"
        lock = lock_of(one.lock)
        if lock is None:
            shop.left.append(f"{whose}: the lock of its run is not here")
            return None
        archives = shop.wheels(lock, whose)
    if archives is None:
        return None
    return Program(code=code, archives=archives, proven=one.python == shop.pyodide.python)


def _checker(bundle: Bundle, shop: _Shop) -> tuple[str, ...]:
    wheels = shop.wheels(NEEDS, "checking lists")
    if wheels is None:
        return ()
    return (shop.archive("toolcrib", checker_archive(bundle)), *wheels)
