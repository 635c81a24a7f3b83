"""Which version a requirement gets: as installers choose."""

import pytest

from toolcrib.identify.requirement import is_for, required, selected, supports
from toolcrib.model.published import PublishedVersion, Versions

VERSIONS = Versions(
    name="thing",
    as_of="2026-11-20",
    versions=(
        PublishedVersion(version="3.0rc1"),
        PublishedVersion(version="2.1", withdrawn=True, reason="It eats files."),
        PublishedVersion(version="2.0", requires_python=">=3.14", wheels=("py3-none-any",)),
        PublishedVersion(version="1.5", requires_python=">=3.9", wheels=("cp39-cp39-win32",)),
        PublishedVersion(version="1.4.0"),
    ),
)


def chosen(text: str, target: str = "3.13") -> str:
    """Return the version that a requirement gets, or nothing."""
    wanted = required(text)
    assert wanted is not None
    found = selected(wanted, VERSIONS, target).chosen
    return found.version if found else ""


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("thing==1.4", "1.4.0"),
        ("thing<2", "1.5"),
        ("thing>=1.4,!=2.0", "1.5"),
        ("thing~=1.4.0", "1.4.0"),
        ("thing==1.*", "1.5"),
        ("thing[extra]>1; python_version > '3'", "2.0"),
        ("thing>=2.1", "3.0rc1"),
        ("thing>=3.0a1", "3.0rc1"),
        ("thing==2.1", "2.1"),
        ("thing==2.1.*", ""),
        ("thing==9", ""),
        ("thing<1", ""),
    ],
)
def test_the_newest_that_is_allowed_is_taken(text: str, version: str):
    """Finished ones first; a withdrawn one is had only by those who pin it."""
    assert chosen(text) == version


def test_a_withdrawn_version_has_its_reason():
    """It exists, and matches nothing that an installer takes by itself."""
    found = selected(required("thing==2.1"), VERSIONS, "3.13")
    assert found.chosen is not None
    assert (found.chosen.withdrawn, found.chosen.reason) == (True, "It eats files.")
    assert found.matching == 0


def test_another_python_gets_another_version():
    """The newest that is allowed is told, and what the Python that is judged for gets instead."""
    found = selected(required("thing>=1.4,<3"), VERSIONS, "3.13")
    assert (found.chosen.version, found.unsupported, found.instead) == ("2.0", ">=3.14", "1.5")
    newer = selected(required("thing>=1.4,<3"), VERSIONS, "3.14")
    assert (newer.unsupported, newer.instead, newer.built) == ("", "", False)
    assert selected(required("thing==1.5"), VERSIONS, "3.13").built


@pytest.mark.parametrize(
    "text",
    ["", "thing=1", "two words", "thing==", "thing>=1 <2", "[x]", "==1", "a@b", "a" * 9 + "\0==1"],
)
def test_what_is_no_requirement_requires_nothing(text: str):
    """It is looked up as the name that it is."""
    assert required(text) is None


@pytest.mark.parametrize(
    ("tags", "target", "fits"),
    [
        ("py3-none-any", "3.13", True),
        ("py2.py3-none-any", "3.13", True),
        ("py2-none-any", "3.13", False),
        ("py37-none-any", "3.13", True),
        ("cp313-cp313-win_amd64", "3.13", True),
        ("cp312-cp312-win_amd64", "3.13", False),
        ("cp39-abi3-macosx_11_0_arm64", "3.13", True),
        ("cp314-abi3-macosx_11_0_arm64", "3.13", False),
        ("pp310-pypy310_pp73-win_amd64", "3.10", False),
        ("graalpy-none-any", "3.13", False),
    ],
)
def test_a_wheel_is_for_some_pythons(tags: str, target: str, *, fits: bool):
    """Stable interfaces count upwards, others for one Python; PyPy is not CPython."""
    assert is_for(tags, target) == fits


def test_what_cannot_be_read_supports_all():
    """Nobody is warned on account of a broken field."""
    assert supports("", "3.13")
    assert supports("three or so", "3.13")
    assert supports(">=3.13.2", "3.13")
    assert not supports("<3.13", "3.13")
