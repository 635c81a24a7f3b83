"""`crib what` as it is typed and as it prints."""

import json
from collections.abc import Callable

import pytest
from msgspec.structs import replace

import named
from toolcrib.app.what import What
from toolcrib.catalog.bundle import Bundle
from toolcrib.cli import run_command_line
from toolcrib.identify.identify import identify

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests; on-line, ask their index."""

    def what(
        names: tuple[str, ...],
        target: str,
        texts: Callable[[str], str],
        *,
        online: bool,
        bundle: Bundle,
    ) -> What:
        assert bundle.names()
        known = named.world(target or "3.13")
        ask = named.lookup if online else lambda _: None
        answers = (identify(name, known, ask) for name in names)
        found = tuple(replace(answer, note=texts(answer.note)) for answer in answers)
        return What(
            identities=found, failed={"lost": "the index did not answer"} if "lost" in names else {}
        )

    monkeypatch.setattr("toolcrib.cli.what.what", what)


BLOCKS = """\
yaml: an import name
  install   pip install PyYAML
  import    import yaml
  from      catalog, file list of its wheel 6.0.3

imp: removed from the standard library
  Pythons   3.0 to 3.11
  instead   std:importlib
  why       Removed in Python 3.12. importlib replaced it; imp.reload is importlib.reload.
  from      standard-library table
"""


def words(text: str) -> str:
    """Return a text as it reads, however it was wrapped."""
    return " ".join(text.split())


def test_each_name_is_a_block(capsys: Output):
    """What it is, how to install and import it, what took its place, why, and who says so."""
    assert run_command_line(["what", "yaml", "imp"]) == 0
    assert words(capsys.readouterr().out) == words(BLOCKS)


def test_what_the_index_says_has_its_date(capsys: Output):
    """The newest version and the day of the answer are shown."""
    assert run_command_line(["what", "--online", "grablib"]) == 0
    shown = capsys.readouterr().out
    assert "  newest    1.0 2026-01-01\n" in shown
    assert "  from      index 2026-11-20\n" in shown


def test_a_namesake_is_warned_of(capsys: Output):
    """Installing the import name would get something else."""
    run_command_line(["what", "dotenv"])
    assert "  beware    the distribution dotenv is another\n" in capsys.readouterr().out


def test_json_is_an_object_a_line(capsys: Output):
    """The keys are those that others rely on."""
    run_command_line(["what", "--format", "json", "yaml", "json"])
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    keys = {
        "name",
        "state",
        "id",
        "imports",
        "distributions",
        "source",
        "as_of",
        "note",
        "candidates",
    }
    assert keys <= first.keys()
    assert (first["schema"], first["state"], first["id"]) == (1, "import-name", "pypi:pyyaml")
    assert (second["state"], second["since"]) == ("stdlib", "3.0")


def test_what_was_not_looked_up_is_said(capsys: Output):
    """The answer is not "unknown", and how to get one is said beside it."""
    assert run_command_line(["what", "zxqvwk"]) == 0
    captured = capsys.readouterr()
    assert "zxqvwk: not known here, and not looked up" in captured.out
    assert "--online asks the package index" in captured.err


def test_a_name_that_is_nothing_has_a_status(capsys: Output):
    """The near name is given where there is one."""
    assert run_command_line(["what", "--online", "reqeusts"]) == 1
    assert "  perhaps   pypi:requests\n" in capsys.readouterr().out


def test_a_wrong_case_is_said(capsys: Output):
    """The name is the one that was asked for; that its import fails stands below."""
    assert run_command_line(["what", "Random"]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("Random: standard library\n")
    assert "  written   random; `import Random` fails\n" in shown
    run_command_line(["what", "--format", "json", "Random", "random"])
    wrong, right = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert (wrong["name"], wrong["spelling"], wrong["id"]) == ("Random", "random", "std:random")
    assert (right["name"], right["spelling"]) == ("random", "")


def test_a_lookup_that_failed_leaves_it_unfinished(capsys: Output):
    """The reason is said beside the answer."""
    assert run_command_line(["what", "--online", "lost"]) == 3
    assert "crib: lost: the index did not answer" in capsys.readouterr().err


def test_the_target_python_counts(capsys: Output):
    """For an older Python a removed module is there."""
    run_command_line(["what", "--target", "3.11", "imp"])
    assert "imp: standard library" in capsys.readouterr().out


FRENCH = """\
Tkinter: un module de Python 2
  Pythons   2 seulement
  plutôt    std:tkinter
  pourquoi  Tkinter s'appelle tkinter dans Python 3.
  source    standard-library table

Random: bibliothèque standard
  Pythons   depuis 3.0
  importer  import random
  s'écrit   random; `import Random` échoue
  source    standard-library table
"""


def test_the_answer_is_in_the_language_that_is_wanted(capsys: Output):
    """Words and reasons are translated; names, commands and sources stay."""
    run_command_line(["what", "--lang", "fr", "Tkinter", "Random"])
    assert capsys.readouterr().out == FRENCH
    run_command_line(["what", "--lang", "fr", "--format", "json", "Tkinter"])
    assert json.loads(capsys.readouterr().out)["note"] == (
        "Tkinter s'appelle tkinter dans Python 3."
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("Tkinter", "Tkinter is called tkinter in Python 3."),
        ("urllib2", "Python 3 split urllib2 into urllib.request and urllib.error."),
        (
            "Queue",
            "The module Queue is called queue in Python 3; Queue is now only the class in it.",
        ),
    ],
)
def test_modules_of_python_2_say_what_became_of_them(capsys: Output, name: str, why: str):
    """The reason stands in the table itself, whatever the catalog."""
    run_command_line(["what", "--lang", "en", name])
    assert f" why {why} " in words(capsys.readouterr().out)
