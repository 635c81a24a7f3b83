"""Which sdist is wanted, and which requirements are taken at all."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from toolcrib.model.published import File
from toolcrib.verify.interpreters import this_interpreter
from toolcrib.verify.reasons import CannotInstallError
from toolcrib.verify.sdists import by_name, choose_sdist

PYTHON = this_interpreter()

FILES = (
    File(name="RPi.GPIO-0.6.3.tar.gz"),
    File(name="RPi.GPIO-0.7.0.zip"),
    File(name="RPi.GPIO-0.7.1.tar.gz"),
    File(name="rpi_gpio-0.10.0.tar.gz", yanked=True),
    File(name="rpi-gpio-0.8.0.tar.gz", requires_python=">=4"),
    File(name="rpi-gpio-0.8.1.tar.gz", requires_python="what?"),
    File(name="RPi.GPIO-0.9.0-cp27-none-linux_armv6l.whl"),
    File(name="RPi.GPIO-0.9.0.win32.exe"),
    File(name="RPi.GPIO2-3.0.tar.gz"),
    File(name="RPi.GPIO-3.0-extra.tar.gz"),
    File(name="RPi.GPIO-1.0rc1.tar.gz"),
    File(name="RPi.GPIO-.tar.gz"),
)


@pytest.mark.parametrize(
    ("requirement", "chosen"),
    [
        ("RPi.GPIO", "RPi.GPIO-0.7.1.tar.gz"),
        ("rpi_gpio<0.7.1", "RPi.GPIO-0.7.0.zip"),
        ("rpi-gpio~=0.6.0", "RPi.GPIO-0.6.3.tar.gz"),
        ("rpi.gpio==1.0rc1", "RPi.GPIO-1.0rc1.tar.gz"),
        ("RPi.GPIO ; sys_platform == 'linux'", "RPi.GPIO-0.7.1.tar.gz"),
    ],
)
def test_newest_that_is_wanted_and_allowed(requirement: str, chosen: str) -> None:
    """Yanked ones, those for other Pythons, wheels, other projects and previews are passed over."""
    file, version = choose_sdist(FILES, requirement, PYTHON)
    assert file.name == chosen
    assert f"-{version}." in chosen


@pytest.mark.parametrize("requirement", ["RPi.GPIO>=2", "RPi.GPIO==0.10.0", "other"])
def test_no_sdist_is_said(requirement: str) -> None:
    """Where there is none, the reason names what was asked for."""
    with pytest.raises(CannotInstallError, match="the index has no sdist of"):
        choose_sdist(FILES, requirement, PYTHON)


@pytest.mark.parametrize(
    "requirement",
    ["PyYAML", "psycopg[binary]>=3,<4", "a.b-c_d ; python_version > '3.11'", "x==1.*"],
)
def test_names_are_taken(requirement: str) -> None:
    """What asks for a distribution by name, extras, version and marker is a requirement."""
    assert by_name(requirement).url is None


@given(st.text(alphabet="-eabc./ \n\r\\@:=<>~;'[]#", max_size=30))
@example("--no-binary=:all:")
@example("a\n-e .")
@example("a \\\n-e .")
@example("a # b\n-e .")
def test_what_is_taken_is_one_line_that_names_something(text: str) -> None:
    """Whatever a header says: what gets through is no option, no path and no second line."""
    try:
        by_name(text)
    except CannotInstallError:
        return
    line = text.strip()
    assert line[0].isalnum()
    assert not {"\n", "\r", "@", "/", "\\"} & set(line.partition(";")[0])
