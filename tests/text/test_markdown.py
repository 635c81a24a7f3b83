"""Blocks of Markdown, of HTML in it, and of texts that only look like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.text.markdown import markdown_nodes
from toolcrib.text.node import Kind, Node
from toolcrib.text.source import Source


def nodes(text: str, *, plain: bool = False) -> tuple[Node, ...]:
    """Return the blocks of a text."""
    return markdown_nodes(Source(text=text), plain=plain)


def seen(text: str, *, plain: bool = False) -> list[tuple[str, int, str]]:
    """Return kind, line and visible text of each block."""
    return [
        (str(node.kind), node.line, node.code or " | ".join(cell.text for cell in node.cells))
        for node in nodes(text, plain=plain)
    ]


def test_lists_keep_their_nesting():
    """An item knows its list, its depth and the item that it lies in."""
    text = "- a\n  - b\n    1. c\n- d\n\n  more of d\n"
    found = nodes(text)
    assert [node.text.text for node in found] == ["a", "b", "c", "d", "more of d"]
    assert [node.level for node in found[:4]] == [0, 1, 2, 0]
    assert [node.parent for node in found] == [-1, 0, 1, -1, 3]
    assert found[0].group == found[3].group != found[1].group
    assert found[2].ordered


def test_tables_have_cells():
    """Header and rows are told apart; a pipe may be escaped, and those at the ends are no cells."""
    text = "| a | b |\n|---|---|\n| `x` | y \\| z |\nlast | row\n"
    found = nodes(text)
    assert [[cell.text for cell in node.cells] for node in found] == [
        ["a", "b"],
        ["x", "y | z"],
        ["last", "row"],
    ]
    assert [node.header for node in found] == [True, False, False]


def test_a_table_without_its_ruler_is_a_table():
    """Rows are rows even where the line of dashes is missing."""
    assert [kind for kind, _, _ in seen("| a | b |\n| c | d |\n")] == ["row", "row"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a\n## b #\n", [("heading", 1, "a"), ("heading", 2, "b")]),
        ("Title\n=====\n\nx", [("heading", 1, "Title"), ("paragraph", 4, "x")]),
        ("Title\n~~~~~\n\nx", [("heading", 1, "Title"), ("paragraph", 4, "x")]),
        ("=====\nTitle\n=====\n", [("heading", 2, "Title")]),
        ("a - x\nb - y\n---\n", [("paragraph", 1, "a - x\nb - y")]),
        ("```py\ncode\n```\nx", [("code", 1, "code\n"), ("paragraph", 4, "x")]),
        ("~~~\ncode\n~~~\n", [("code", 1, "code\n")]),
        ("One ```span``` line\nx", [("paragraph", 1, "One span line\nx")]),
        ("---\ntitle: x\n---\n# a", [("heading", 4, "a")]),
        ("> - a\n> - b\n", [("item", 1, "a"), ("item", 2, "b")]),
        ("<!-- - a -->\n\nb", [("paragraph", 3, "b")]),
        ("- # a\n", [("item", 1, ""), ("heading", 1, "a")]),
        ("a\r\n\r\n- b\r\n", [("paragraph", 1, "a"), ("item", 3, "b")]),
        ("", []),
    ],
)
def test_blocks_are_found(text: str, expected: list[tuple[str, int, str]]):
    """Headings of all forms, fences, front matter, quotes, comments."""
    assert seen(text) == expected


def test_indented_lines_are_code_only_in_markdown():
    """A plain text indents without meaning code."""
    text = "a\n\n    b - c\n"
    assert seen(text)[1][0] == "code"
    assert seen(text, plain=True)[1] == ("paragraph", 3, "b - c")


def test_html_gives_the_same_blocks():
    """Lists, tables and headings in HTML are blocks as well, with entities read."""
    text = (
        "<h2>Web</h2>\n<ul>\n<li><a href='u'>a&amp;b</a> x\n<ul><li>in</li></ul></li>\n</ul>\n"
        "<table><tr><th>M</th></tr>\n<tr><td><code>os</code></td></tr></table>\n"
    )
    found = nodes(text)
    assert [(str(n.kind), n.line, n.cells[0].text) for n in found] == [
        ("heading", 1, "Web"),
        ("item", 3, "a&b x"),
        ("item", 4, "in"),
        ("row", 6, "M"),
        ("row", 7, "os"),
    ]
    assert found[2].parent == 1
    assert found[3].header


LINES = st.lists(
    st.sampled_from(
        [
            "- a",
            "  - b `c`",
            "1. x",
            "| a | b |",
            "|---|---|",
            "# h",
            "text",
            "",
            "```",
            "~~~",
            "===",
            "---",
            "<ul>",
            "<li>x",
            "</ul>",
            "<table><tr><td>y",
            "> q",
            "    code",
            "***",
            "<!--",
            "-->",
            "[x]: u",
            "&amp;",
            "\t- t",
            "<p>",
            "a  ",
            "\\",
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_every_block_stands_where_it_says(lines: list[str], end: str, plain: bool):  # noqa: FBT001 -- drawn
    """Whatever the lines, each character of a block is at its place, and parents come first."""
    text = end.join(lines)
    source = Source(text=text)
    for index, node in enumerate(markdown_nodes(source, plain=plain)):
        assert 1 <= node.line <= source.count
        assert node.parent < index
        assert isinstance(node.kind, Kind)
        for cell in node.cells:
            assert all(
                0 <= start < end <= len(text)
                for start, end in zip(cell.starts, cell.ends, strict=True)
            )


@given(st.text(max_size=200))
def test_any_text_has_blocks(text: str):
    """No text makes it stumble."""
    assert isinstance(nodes(text), tuple)
