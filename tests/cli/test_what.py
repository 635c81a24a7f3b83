"""`crib what` as it is typed and as it prints."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from msgspec.structs import replace

import named
from toolcrib.app.here import Environment, with_installed
from toolcrib.app.what import What
from toolcrib.catalog.bundle import Bundle
from toolcrib.cli import run_command_line
from toolcrib.identify.identify import identify
from toolcrib.model.identity import Identity
from toolcrib.model.published import Project, PublishedVersion, Selected

Output = pytest.CaptureFixture[str]


def required(text: str, **more: object) -> Identity:
    """Return the answer on a requirement of `grablib`."""
    plain = identify("grablib", named.world(), named.lookup)
    facts = {"specifier": text.removeprefix("grablib"), "target": "3.13", "as_of": named.TODAY}
    return replace(plain, name=text, project=Project(), selected=Selected(**{**facts, **more}))


OLD = PublishedVersion(version="1.0", released="2020-02-02", requires_python="<3.9", source=True)
YANKED = PublishedVersion(version="1.1", withdrawn=True, reason="It eats files.")
REQUIRED = {
    "grablib<2": required(
        "grablib<2",
        chosen=OLD,
        matching=3,
        unsupported="<3.9",
        instead="0.9",
        built=True,
        vulnerabilities=("PYSEC-1: Lets anybody in",),
    ),
    "grablib==1.1": required("grablib==1.1", chosen=YANKED),
    "grablib==7": required("grablib==7"),
    "grablib==8": required("grablib==8", as_of=""),
}


@pytest.fixture(autouse=True)
def small_world(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by the names of the tests; on-line, ask their index."""

    def what(  # noqa: PLR0913 -- as the real one
        names: tuple[str, ...],
        target: str,
        texts: Callable[[str], str],
        *,
        online: bool,
        environment: Environment | None,
        bundle: Bundle,
    ) -> What:
        assert bundle.names()
        known = named.world(target or "3.13")
        ask = named.lookup if online else lambda _: None
        answers = (REQUIRED.get(name) or identify(name, known, ask) for name in names)
        found = tuple(replace(answer, note=texts(answer.note)) for answer in answers)
        if environment:
            found = tuple(with_installed(answer, environment, known) for answer in found)
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


def test_a_requirement_tells_of_its_version(capsys: Output):
    """Which it gets, which the Python judged for gets, its files, its holes."""
    assert run_command_line(["what", "--online", "grablib<2"]) == 0
    shown = words(capsys.readouterr().out)
    assert 'install pip install "grablib<2"' in shown
    assert "version 1.0 2020-02-02, the newest of 3 that <2 allows" in shown
    assert "needs Python <3.9; 3.13 gets 0.9" in shown
    assert "files sdist; no wheel for 3.13, so it is built" in shown
    assert "holes PYSEC-1: Lets anybody in" in shown


@pytest.mark.parametrize(
    ("text", "status", "words_"),
    [
        ("grablib==1.1", 0, "version 1.1, withdrawn: It eats files. holes the index does not tell"),
        ("grablib==7", 1, "version none: there is nothing that ==7 allows"),
        ("grablib==8", 0, 'install pip install "grablib==8" newest 1.0 2026-01-01 from'),
    ],
)
def test_a_version_is_withdrawn_absent_or_not_looked_up(
    capsys: Output, text: str, status: int, words_: str
):
    """Three answers; what is not there has a status, what was not asked for is said."""
    assert run_command_line(["what", text]) == status
    captured = capsys.readouterr()
    assert words_ in words(captured.out)
    assert ("not looked up: grablib==8" in captured.err) == (text == "grablib==8")


def test_the_environment_at_hand_is_shown(capsys: Output, tmp_path: Path):
    """What is installed of it, what is missing, what is somebody else's."""
    for name in ("pyyaml-6.0", "jwt-1.3"):
        info = tmp_path / f"lib/python3.12/site-packages/{name}.dist-info"
        info.mkdir(parents=True)
        (info / "RECORD").write_text(f"{name.partition('-')[0]}/__init__.py,,\n")
    run_command_line(["what", "--python", str(tmp_path), "yaml", "jwt", "dotenv", "json"])
    yaml, jwt, dotenv, json_ = capsys.readouterr().out.split("\n\n")
    assert "  here      pyyaml 6.0\n" in yaml
    assert "  here      jwt 1.3 (another distribution than is meant)\n" in jwt
    assert "  here      not installed\n" in dotenv
    assert "here" not in json_
    assert run_command_line(["what", "--python", str(tmp_path / "lib"), "yaml"]) == 2
    assert "no environment" in capsys.readouterr().err


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
