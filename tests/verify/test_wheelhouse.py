"""Wheels built from sdists: what a build gets, what may come of it, what is said of a failure."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dists import archive, sdist, wheel, write_index
from rooms import ended, room, workshop
from toolcrib.app.sdists import fetch_sdist
from toolcrib.errors import NetworkError
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import Lock
from toolcrib.model.task import Solution
from toolcrib.verify import wheelhouse
from toolcrib.verify.environment import environment
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.machine import has_program
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.room import MIB, Limits
from toolcrib.verify.sdists import Sdist, has_wheels
from toolcrib.verify.solution_lock import solution_lock
from toolcrib.verify.wheelhouse import wheel_name

PYTHON = this_interpreter()
THING = Sdist(name="some-thing", version="1.0", file="x.tar.gz", data=b"")


def locked(cache: Path, *dependencies: str, build: tuple[str, ...]) -> Lock:
    """Return a lock for distributions of which some are built."""
    solution = Solution(
        module=ModuleId("pypi:x"), file="x.py", code="", dependencies=dependencies, build=build
    )
    return solution_lock(solution, PYTHON, fetch_sdist, workshop(cache))


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("some_thing-1.0-py3-none-any.whl", "some_thing-1.0-py3-none-any.whl"),
        (
            "Some.Thing-1.0-cp311-cp311-linux_x86_64.whl",
            "some_thing-1.0-cp311-cp311-linux_x86_64.whl",
        ),
        ("some_thing-1.0.0-7x-py2.py3-none-any.whl", "some_thing-1.0-py2.py3-none-any.whl"),
    ],
)
def test_name_of_a_wheel_is_ours(said: str, name: str) -> None:
    """Of what a build calls its wheel the tags are taken, the rest is what was asked for."""
    assert wheel_name(THING, said) == name


@pytest.mark.parametrize(
    "said",
    [
        "other-1.0-py3-none-any.whl",
        "some_thing-2.0-py3-none-any.whl",
        "../some_thing-1.0-py3-none-any.whl",
        "some_thing-1.0-py3-none-../../any.whl",
        "some_thing-1.0-py3-none-any\n.whl",
        "some_thing-1.0-py3-none-ány.whl",
        f"some_thing-1.0-py3-none-{'a' * 300}.whl",
        "some_thing-1.0.tar.gz",
        "",
    ],
)
def test_name_of_something_else_is_refused(said: str) -> None:
    """A build that hands out another name than a wheel's of that version has failed."""
    with pytest.raises(CannotInstallError, match=r"x\.tar\.gz cannot be built"):
        wheel_name(THING, said)


@given(st.text(alphabet="some_thing-1.0-py3/.\\\n\0whl"))
def test_any_name_is_safe(said: str) -> None:
    """Whatever a build says, what becomes of it is a plain file's name."""
    try:
        name = wheel_name(THING, said)
    except CannotInstallError:
        return
    assert name.startswith("some_thing-1.0-")
    assert not {"/", "\\", "\n", "\0"} & set(name)


@pytest.mark.pod
def test_artifacts_have_limits_of_their_own() -> None:
    """A file that may leave a room may have the bytes that were declared for it, and no more."""
    code = """
import os
os.mkdir("out")
for name in ("a", "b", "c"):
    with open(f"out/{name}", "wb") as file:
        file.write(name.encode() * 3_000_000)
"""
    declared = {"a": 3_000_000, "b": 2_999_999, "z": 10}
    ending = ended(room(code, artifacts=declared, limits=Limits(report=8 * MIB)))
    assert ending.artifacts == {"a": b"a" * 3_000_000}
    assert sorted(ending.unfit) == ["b", "z"]
    assert ending.pictures == {}


@pytest.mark.pod
def test_built_beside_others(files: Path, cache: Path) -> None:
    """What is built and what the index has make one environment; only the first has an sdist."""
    sdist(files, "built", "1.5")
    wheel(files, "other", {"other.py": ""})
    write_index(files.parent)
    lock = locked(cache, "built>1", "other", build=("Built",))
    packages = {package.name: package for package in lock.packages}
    assert (packages["built"].version, bool(packages["built"].sdist)) == ("1.5", True)
    assert (packages["other"].version, packages["other"].sdist) == ("1.0", "")
    assert has_wheels(lock, cache)
    assert not has_wheels(lock, cache / "elsewhere")
    built = environment(lock, PYTHON, cache).path
    ending = ended(room("import built, other; print(built.VERSION)", environment=built))
    assert (ending.stdout, ending.stderr) == (b"1.5\n", b"")


@pytest.mark.pod
def test_more_is_required_while_building(files: Path, cache: Path) -> None:
    """What a backend asks for when it is asked is got as well, as wheels."""
    wheel(files, "tool", {"tool.py": ""})
    sdist(files, "good", build="'tool'", requires="['second', 'tool']", built="import second, tool")
    wheel(files, "second", {"second.py": ""})
    write_index(files.parent)
    assert locked(cache, "good", build=("good",)).packages[0].sdist


@pytest.mark.pod
@pytest.mark.parametrize(
    ("steps", "reason"),
    [
        ({"built": "raise SystemExit('no compiler')"}, "no compiler"),
        ({"built": "raise ValueError('not so')"}, "ValueError: not so"),
        ({"built": "1 +"}, "SyntaxError"),
        ({"requires": "[__import__('os').urandom(4).hex()]"}, "was not found in the package"),
        (
            {"built": "globals().update(NAME='other')"},
            "'other-1.0-py3-none-any.whl' is no wheel of",
        ),
        ({"built": "return '../../x.whl'"}, "cannot be built"),
    ],
)
def test_failed_build_says_why(
    steps: dict[str, str], reason: str, files: Path, cache: Path
) -> None:
    """A build that fails is a reason in one line, remembered, and leaves no wheel."""
    sdist(files, "bad", **steps)
    write_index(files.parent)
    with pytest.raises(CannotInstallError) as caught:
        locked(cache, "bad", build=("bad",))
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)
    assert [*cache.glob("wheels/*/*/*.whl")] == []
    with pytest.raises(CannotInstallError, match=re.escape(reason)):
        locked(cache, "bad", build=("bad",))


@pytest.mark.pod
def test_build_has_limits(files: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that takes too long, or makes too large a wheel, is ended and has failed."""
    monkeypatch.setattr(wheelhouse, "_LIMITS", Limits(wall=3))
    monkeypatch.setattr(wheelhouse, "LARGEST_WHEEL", 100)
    sdist(files, "slow", built="import time; time.sleep(600)")
    sdist(files, "large")
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match=r"slow-1\.0\.tar\.gz .* took longer than"):
        locked(cache, "slow", build=("slow",))
    with pytest.raises(CannotInstallError, match=r"large-1\.0\.tar\.gz .* at most 0 KiB"):
        locked(cache, "large", build=("large",))


@pytest.mark.pod
@pytest.mark.parametrize(
    "content",
    [
        {"bad-1.0/pyproject.toml": "not toml"},
        {"bad-1.0/pyproject.toml": "[build-system]\nrequires = 7\n"},
        {"bad-1.0/pyproject.toml": "[build-system]\nrequires = []\nbuild-backend = 'nowhere'\n"},
        {"bad-1.0/a": "", "other/b": ""},
        {},
    ],
)
def test_sdist_that_is_none(content: dict[str, str], files: Path, cache: Path) -> None:
    """An archive that does not hold what it should cannot be built, and that is all."""
    archive(files / "bad-1.0.tar.gz", content)
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match=r"bad-1\.0\.tar\.gz cannot be built"):
        locked(cache, "bad", build=("bad",))


@pytest.mark.pod
def test_wheel_is_built_again_where_it_is_missing(files: Path, cache: Path) -> None:
    """A lock that is remembered is of no use without its wheels: they are built again."""
    sdist(files, "good")
    write_index(files.parent)
    lock = locked(cache, "good", build=("good",))
    (path,) = cache.glob("wheels/*/*/*.whl")
    path.unlink()
    path.parent.rmdir()
    assert not has_wheels(lock, cache)
    assert locked(cache, "good", build=("good",)) == lock
    assert has_wheels(lock, cache)


def test_nothing_to_build_is_said(files: Path, cache: Path) -> None:
    """What has no sdist on the index, or is no dependency, cannot be built."""
    wheel(files, "only", {})
    write_index(files.parent)
    with pytest.raises(CannotInstallError, match="the index has no sdist of only"):
        locked(cache, "only", build=("only",))
    with pytest.raises(CannotInstallError, match="other is to be built, and is no dependency"):
        locked(cache, "only", build=("other",))


def test_index_that_is_down_is_no_reason(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the index cannot be asked, nothing is said of the distribution."""
    monkeypatch.setenv("UV_INDEX_URL", "http://127.0.0.1:9/simple")
    with pytest.raises(NetworkError):
        locked(cache, "only", build=("only",))
    assert [*cache.glob("locks/*")] == []


@pytest.mark.index
@pytest.mark.pod
@pytest.mark.skipif(not has_program("gcc"), reason="its C sources need a compiler")
def test_rpi_gpio(cache: Path) -> None:
    """RPi.GPIO, which has no wheels, is built and imported as far as it goes without its chip."""
    lock = locked(cache, "RPi.GPIO==0.7.1", build=("RPi.GPIO",))
    built = environment(lock, PYTHON, cache).path
    ending = ended(room("import RPi.GPIO", environment=built))
    assert ending.stderr.endswith(b"RuntimeError: This module can only be run on a Raspberry Pi!\n")
