"""What reaches a terminal cannot control it, and hides nothing."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.cli.output import plain, plain_json

HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
ALLOWED = "\n\t\u200c\u200d"
DANGEROUS = "\x1b\x07\x00\x7f\x9b\u202e\u2066\u200b\u2028\ufeff\U000e0041"


@pytest.mark.parametrize("character", DANGEROUS)
def test_controls_become_visible(character: str) -> None:
    """Controls, bidi marks, blanks without width and tags are shown as escapes."""
    assert character not in plain(f"a{character}b")
    assert plain(f"a{character}b").startswith("a\\")


@pytest.mark.parametrize(
    "text", ["Ünïcode\tand\nlines", "日本語", "👩\u200d💻", "क\u200dष", "é e\u0301"]
)
def test_honest_text_stays(text: str) -> None:
    """Letters of all scripts, marks, emoji families, tabs and line ends stay as they are."""
    assert plain(text) == text


def test_joiner_in_ascii_is_shown() -> None:
    """Between plain letters a joiner only hides a difference."""
    assert plain("js\u200don") == "js\\u200don"


@given(st.text())
def test_plain_text_holds_no_control(text: str) -> None:
    """Whatever comes in, nothing that controls or hides goes out, line ends and joiners aside."""
    assert not any(unicodedata.category(c) in HIDDEN for c in plain(text) if c not in ALLOWED)


@given(st.text())
def test_json_stays_the_same_value(text: str) -> None:
    """Escaping changes how JSON is written, and not what it says."""
    written = json.dumps({"text": text}, ensure_ascii=False)
    assert json.loads(plain_json(written)) == {"text": text}
    out = plain_json(written)
    assert not any(unicodedata.category(c) in HIDDEN for c in out if c not in ALLOWED)
