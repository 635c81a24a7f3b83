"""Environments: made of wheels, whole or not at all, read-only."""

import stat
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.model.receipt import Lock, Package
from toolcrib.verify import environment as module
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.locks import kept_lock
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.uv import locked_text, parse_locked, resolve

packages = st.builds(
    Package,
    name=st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True),
    version=st.from_regex(r"[0-9]{1,3}(\.[0-9]{1,3}){0,2}", fullmatch=True),
    hashes=st.lists(st.from_regex(r"[0-9a-f]{64}", fullmatch=True), min_size=1, max_size=3).map(
        lambda hashes: tuple(sorted(hashes))
    ),
)


@given(st.lists(packages, max_size=4).map(tuple))
def test_lock_is_read_as_written(locked: tuple[Package, ...]) -> None:
    """Requirements with hashes say all that a lock says."""
    lock = Lock(python="3.11", platform="x", requirements=(), packages=locked)
    assert parse_locked(locked_text(lock)) == locked


def test_lines_continued() -> None:
    """The form that uv writes, with continued lines and markers, is read."""
    text = "a==1 ; python_version < '4' \\\n    --hash=sha256:bb \\\n    --hash=sha256:aa\nb==2\n"
    assert parse_locked(text) == (
        Package(name="a", version="1", hashes=("aa", "bb")),
        Package(name="b", version="2", hashes=()),
    )


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty cache that the tests of this file share."""
    return tmp_path_factory.mktemp("cache")


def environments(cache: Path) -> set[str]:
    """Return the names of what lies among the environments, locks aside."""
    return {path.name for path in cache.glob("environments/*") if path.suffix != ".lock"}


@pytest.mark.index
def test_environment_is_made_once(cache: Path) -> None:
    """An environment is complete, read-only, compiled, and found again by its lock."""
    python = this_interpreter()
    lock = kept_lock(("PyYAML",), (), python, cache)
    built = environment(lock, python, cache)
    assert built.distributions == len(lock.packages) == 1
    files = [path for path in built.path.rglob("*") if path.is_file() and not path.is_symlink()]
    assert not [path for path in files if path.stat().st_mode & 0o222 and path.name[0] != "."]
    assert [path for path in files if path.suffix == ".pyc"]
    assert built.size > 100_000
    before = built.path.stat().st_ino
    assert environment(lock, python, cache).path.stat().st_ino == before


@pytest.mark.index
def test_wrong_hash_is_refused(cache: Path) -> None:
    """A wheel that is not what the lock says is not installed, and leaves nothing behind."""
    python = this_interpreter()
    good = kept_lock(("PyYAML",), (), python, cache)
    (package,) = good.packages
    wrong = Package(name=package.name, version=package.version, hashes=("0" * 64,))
    lock = Lock(python=good.python, platform="x", requirements=(), packages=(wrong,))
    before = environments(cache)
    with pytest.raises(CannotInstallError, match=r"(?i)hash"):
        environment(lock, python, cache)
    assert environments(cache) == before


@pytest.mark.index
def test_no_such_version_says_so() -> None:
    """A requirement that nothing satisfies is a fault in uv's own words."""
    with pytest.raises(CannotInstallError, match=r"(?i)pyyaml"):
        resolve(("PyYAML==0.0.1",), (), this_interpreter())


def test_broken_build_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that is broken off is not taken for an environment, and the next one succeeds."""
    lock = Lock(python="3.11", platform="x", requirements=(), packages=())

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(module, "install", lambda *_: None)
    with monkeypatch.context() as broken:
        broken.setattr(module, "_compile", fail)
        with pytest.raises(KeyboardInterrupt):
            environment(lock, this_interpreter(), tmp_path)
    assert environments(tmp_path) == set()
    assert environment(lock, this_interpreter(), tmp_path).path.is_dir()


def test_environment_can_be_started_from_anywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is built is a virtual environment of the base interpreter (PEP 405)."""
    monkeypatch.setattr(module, "install", lambda *_: None)
    python = this_interpreter()
    lock = Lock(python=python.version, platform="x", requirements=(), packages=())
    built = environment(lock, python, tmp_path).path
    assert (built / "bin/python").readlink() == python.path
    assert f"home = {python.path.parent}" in (built / "pyvenv.cfg").read_text()
    assert stat.S_IMODE(built.stat().st_mode) == 0o555
    question = "import sys; print([p for p in sys.path if 'site-packages' in p])"
    answer = subprocess.run(
        [built / "bin/python", "-c", question], capture_output=True, text=True, check=True
    )
    assert str(python.prefix) not in answer.stdout
