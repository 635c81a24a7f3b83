"""Programs and data with their syntax marked."""

import html
import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from toolcrib.web.highlight import COLOURED, highlight

_STYLE = Path(__file__).parents[2] / "src/toolcrib/web/assets/style.css"
_TAG = re.compile(r"<[^>]*>")


def test_what_is_marked_is_coloured() -> None:
    """The kinds that are marked are those that the style sheet knows."""
    style = _STYLE.read_text(encoding="utf-8")
    assert set(re.findall(r"\.c-(\w+)", style)) == COLOURED


def test_only_what_stands_out_is_marked() -> None:
    """Keywords, texts and numbers are marked; names, brackets and spaces are plain."""
    shown = highlight('print(total, "a < b")  # why\n', "a.py")
    assert shown == (
        '<span class="c-nb">print</span>(total, <span class="c-s2">&quot;a &lt; b&quot;</span>)  '
        '<span class="c-c1"># why</span>\n'
    )


@given(
    st.text(st.characters(exclude_characters="\r", codec="utf-8")),
    st.sampled_from(["a.py", "b.json", "c"]),
)
def test_nothing_is_lost(text: str, name: str) -> None:
    """Without its marks it is the text, whatever the text holds, and a line's end."""
    shown = html.unescape(_TAG.sub("", str(highlight(text, name))))
    assert shown.removesuffix("\n") == text.removesuffix("\n").removeprefix("\ufeff")
