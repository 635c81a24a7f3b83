"""Documents that list no modules: nothing in them is an error."""

from pathlib import Path

import pytest

import named
from toolcrib.app.check import check, load

NOISE = sorted((Path(__file__).parents[1] / "lists" / "noise").iterdir())


@pytest.mark.parametrize("path", NOISE, ids=lambda path: path.name)
def test_documents_without_lists_have_no_errors(path: Path):
    """A changelog, a log, a letter, a table of settings: their words are nobody's modules."""
    found = check([load(str(path))], "3.13", named.TODAY, online=False).report.findings
    assert [(one.line, one.code) for one in found if one.level == "error"] == []


def test_there_is_noise_of_many_kinds():
    """The documents are there, in all sorts of formats."""
    assert len(NOISE) > 25
    assert {".md", ".txt", ".html", ".csv", ".json", ".yaml", ".org"} <= {p.suffix for p in NOISE}
