"""Settings of a project: where they are found, and what is wrong with them."""

from pathlib import Path

import pytest

from toolcrib.app.project import project_settings
from toolcrib.errors import UsageError
from toolcrib.model.finding import Level


def test_nothing_is_set_by_nobody(tmp_path: Path) -> None:
    """Without a file all is as it comes."""
    (tmp_path / ".git").mkdir()
    settings = project_settings(tmp_path)
    assert (settings.origin, settings.check.target, settings.check.levels) == ("", "", {})


@pytest.mark.parametrize(
    ("name", "table"), [("crib.toml", "check"), ("pyproject.toml", "tool.toolcrib.check")]
)
def test_a_file_further_up_counts(tmp_path: Path, name: str, table: str) -> None:
    """The nearest one on the way up does."""
    path = tmp_path / name
    path.write_text(f'[{table}]\ntarget = "3.12"\nfail-on = "warning"\nlevels.TC302 = "off"\n')
    inner = tmp_path / "docs" / "course"
    inner.mkdir(parents=True)
    settings = project_settings(inner)
    assert settings.origin == str(path)
    assert (settings.check.target, settings.check.fail_on) == ("3.12", "warning")
    assert settings.check.rule_levels() == {"TC302": None}


def test_the_own_file_comes_first(tmp_path: Path) -> None:
    """Beside a pyproject.toml, crib.toml decides; a pyproject.toml without us is passed over."""
    (tmp_path / "pyproject.toml").write_text("[tool.ruff]\n")
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.toolcrib.check]\nlevels.TC401 = 'error'\n")
    (tmp_path / "crib.toml").write_text("[check]\nlevels.TC401 = 'info'\n")
    assert project_settings(tmp_path).check.rule_levels() == {"TC401": Level.INFO}
    assert project_settings(inner).check.rule_levels() == {"TC401": Level.ERROR}


def test_the_way_up_ends_with_the_repository(tmp_path: Path) -> None:
    """What lies above a repository is another's."""
    (tmp_path / "crib.toml").write_text("[check]\ntarget = '3.12'\n")
    inner = tmp_path / "repository"
    (inner / ".git").mkdir(parents=True)
    assert project_settings(inner).origin == ""


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[check", "cannot read"),
        ("[check]\nlevel = 1\n", "unknown field `level`"),
        ("check = 3\n", "Expected `object`"),
        ("[check]\nlevels.TC302 = 'loud'\n", "levels"),
        ("[check]\nlevels.TC999 = 'off'\n", "there is no rule TC999"),
        ("[check]\nfail-on = 'all'\n", "Invalid enum value 'all'"),
    ],
)
def test_what_is_wrong_names_the_file(tmp_path: Path, text: str, fault: str) -> None:
    """A setting that does not exist is said, never passed over."""
    (tmp_path / "crib.toml").write_text(text)
    with pytest.raises(UsageError, match=r"crib\.toml") as caught:
        project_settings(tmp_path)
    assert fault in str(caught.value)
    assert caught.value.hint
