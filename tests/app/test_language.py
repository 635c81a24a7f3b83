"""The program's own words: each is listed, and each is translated."""

import ast
from collections.abc import Iterator
from pathlib import Path

from toolcrib.app.language import PROOF_PARTS, UI
from toolcrib.app.what import HEADLINES
from toolcrib.catalog.po import read_po
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
    assert [text for text in UI if text not in french] == []
