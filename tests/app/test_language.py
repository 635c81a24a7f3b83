"""The program's own words: each is listed, and each is translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import named
from toolcrib.app.language import PROOF_PARTS, UI, interface
from toolcrib.app.notes import NOTES, note_in
from toolcrib.app.what import HEADLINES
from toolcrib.catalog.po import read_po
from toolcrib.identify.identify import identify
from toolcrib.model.fact import Unfinished
from toolcrib.model.page import Presence

ROOT = Path(__file__).resolve().parents[2]


def said() -> Iterator[str]:
    """Yield the texts that commands and use cases have translated, as they stand in the code."""
    for layer in ("cli", "app"):
        for path in (ROOT / "src/toolcrib" / layer).glob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "texts":
                    yield from (a.value for a in node.args if isinstance(a, ast.Constant))


def test_what_is_said_is_listed():
    """The list for translators is neither short of a text nor longer than it need be."""
    kinds = (*map(str, Presence), *map(str, Unfinished))
    assert set(UI) == {*said(), *PROOF_PARTS, *HEADLINES.values(), *kinds}
    assert len(UI) == len(set(UI))


def test_french_has_all_of_it():
    """No word of the program is left in English."""
    french = read_po(ROOT / "catalog/languages/fr.po")
    assert [text for text in sorted(interface()) if text and text not in french] == []


def test_a_translated_note_has_the_same_holes():
    """A name or a date that a note holds is in its translation as well."""
    french = read_po(ROOT / "catalog/languages/fr.po")
    assert [text for text in NOTES if french[text].count("{}") != text.count("{}")] == []


@pytest.mark.parametrize(
    ("note", "french"),
    [
        ("", ""),
        ("Removed in Python 3.12.", "Retiré dans Python 3.12."),
        (
            "No release since 2021-10. It has no note.",
            "Aucune version depuis 2021-10. It has no note.",
        ),
        (
            "There is no wheel; the import name is from a guess by its name.",
            "Il n'y a pas de wheel ; le nom d'import vient de : son nom, par supposition.",
        ),
        ("Only on Linux and macOS. A why.", "Seulement sur Linux et macOS. A why."),
        ("dateutil holds no module; x is well known", None),
        (
            "What nobody has translated. Removed in Python 3.12.",
            "What nobody has translated. Removed in Python 3.12.",
        ),
    ],
)
def test_a_note_is_translated_by_sentences(note: str, french: str | None):
    """What varies stays; what is not known stays English, whole."""
    table = read_po(ROOT / "catalog/languages/fr.po")
    told = note_in(note, lambda text: table.get(text, text))
    if french is None:
        assert told != note
        assert "dateutil" in told
    else:
        assert told == french


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("asyncore", "3.13"),
        ("asyncore", "3.11"),
        ("tomllib", "3.10"),
        ("msvcrt", "3.13"),
        ("fcntl", "3.13"),
        ("print", "3.13"),
        ("OrderedDict", "3.13"),
        ("withdrawn", "3.13"),
        ("empty-project", "3.13"),
        ("unloved", "3.13"),
    ],
)
def test_notes_are_made_of_the_sentences_that_are_listed(name: str, target: str):
    """Who words a note anew has to list it, or it is never translated."""
    note = identify(name, named.world(target), named.lookup).note
    assert note_in(note, lambda text: f"<{text}>" if text in NOTES else text).startswith("<")
