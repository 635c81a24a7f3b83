"""Inline Markdown: what is seen, how it is set, where it leads, where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.text.inline import styled
from toolcrib.text.styled import Style, Styled


def read(text: str) -> Styled:
    """Read a text of one or more lines."""
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append((start, start + len(line)))
        start += len(line) + 1
    return styled(text, spans, {"ref": "there"})


@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("plain", "plain"),
        ("**bold** and *it*", "bold and it"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("snake_case_name", "snake_case_name"),
        (r"\_\_future\_\_", "__future__"),
        ("__future__", "__future__"),
        ("`code with ** in it`", "code with ** in it"),
        ("``a`b``", "a`b"),
        ("`open", "`open"),
        ("[text](url)", "text"),
        ("[text][ref]", "text"),
        ("[ref]", "ref"),
        ("[none]", "[none]"),
        ("![badge](u) name", " name"),
        ("[![badge](u)](v) name", " name"),
        ("a &amp; b &nosuch;", "a & b &nosuch;"),
        ("<b>x</b> <!-- no --> y", "x  y"),
        ("a<br>b", "a\nb"),
        ("~~old~~ new", "old new"),
        ("`Soup <http://x.y>`_ here", "Soup here"),
        ("**a*b*c**", "abc"),
        ("**never closed", "**never closed"),
    ],
)
def test_what_is_seen(source: str, seen: str):
    """Markup goes, everything else stays."""
    assert read(source).text == seen


@pytest.mark.parametrize(
    ("source", "style", "stretches"),
    [
        ("**`os`**, `sys`", Style.CODE, ["os", "sys"]),
        ("**`os`**, `sys`", Style.BOLD, ["os"]),
        ("`a``b` `c``d`", Style.CODE, ["a``b", "c``d"]),
        ("[a](u)[b](v)", Style.LINK, ["a", "b"]),
        ("<code>x</code> y", Style.CODE, ["x"]),
        ("*a **b** c*", Style.BOLD, ["b"]),
        ("*a **b** c*", Style.ITALIC, ["a b c"]),
    ],
)
def test_how_it_is_set(source: str, style: Style, stretches: list[str]):
    """Each stretch of a style is found by itself."""
    text = read(source)
    assert [text.text[start:end] for start, end in text.stretches(style)] == stretches


@pytest.mark.parametrize(
    ("source", "url"),
    [
        ("[a](u)", "u"),
        ("[a](<u v>)", "u v"),
        ('[a](u "title")', "u"),
        ("[a][ref]", "there"),
        ("<https://x.y>", "https://x.y"),
        ("https://x.y/z.", "https://x.y/z"),
        ('<a href="u">a</a>', "u"),
        ("`a <u>`_", "u"),
    ],
)
def test_where_it_leads(source: str, url: str):
    """The address of a link belongs to its text."""
    assert [link.url for link in read(source).links] == [url]


def test_a_link_may_be_wrapped():
    """A line end inside a link's text is seen as one."""
    text = read("[imbalanced\nlearn](u)")
    assert (text.text, text.links[0].url) == ("imbalanced\nlearn", "u")


PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            " ",
            "*",
            "**",
            "_",
            "`",
            "``",
            "[",
            "]",
            "(",
            ")",
            "](u)",
            "!",
            "<b>",
            "</b>",
            "\\",
            "&amp;",
            "<",
            ">",
            "\n",
            "~~",
            "https://x.y",
            "é",
            "_x_",
            "<!--",
            "-->",
            "<a href='u'>",
        ]
    ),
    max_size=25,
).map("".join)


@given(PIECES)
def test_every_character_knows_its_place(source: str):
    """Places grow, lie in the source, and a character that stands for itself is found there."""
    text = read(source)
    assert len(text.text) == len(text.starts) == len(text.ends) == len(text.styles)
    assert list(text.starts) == sorted(text.starts)
    for seen, start, end in zip(text.text, text.starts, text.ends, strict=True):
        assert 0 <= start < end <= len(source)
        if end - start == 1 and seen != "\n":
            assert source[start] == seen
    for link in text.links:
        assert 0 <= link.start < link.end <= len(text.text)


@given(PIECES, st.integers(0, 20), st.integers(0, 20))
def test_a_part_is_a_part(source: str, start: int, end: int):
    """Cutting keeps characters, places and styles together."""
    text = read(source)
    part = text.part(start, end)
    assert part.text == text.text[start:end]
    assert (part.starts, part.styles) == (text.starts[start:end], text.styles[start:end])
    assert all(0 <= link.start <= link.end <= len(part.text) for link in part.links)
