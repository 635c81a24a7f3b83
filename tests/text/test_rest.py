"""reStructuredText: what its own rules make of a text."""

from toolcrib.text.node import Kind, Node
from toolcrib.text.rest import rest_nodes
from toolcrib.text.source import Source


def blocks(text: str) -> tuple[Node, ...]:
    """Return the blocks of a text."""
    return rest_nodes(Source(text=text))


def cells(text: str) -> list[tuple[bool, list[str]]]:
    """Return the rows of a text: whether each is a header, and what its cells say."""
    rows = (node for node in blocks(text) if node.kind is Kind.ROW)
    return [(row.header, [" ".join(cell.text.split()) for cell in row.cells]) for row in rows]


def test_titles_have_the_levels_in_which_their_forms_first_come():
    """A mark above and below is another form than the mark below alone."""
    text = "===\nTop\n===\n\nOne\n===\n\nTwo\n~~~\n\nDrei\n===\n"
    assert [(n.line, n.level, n.text.text) for n in blocks(text)] == [
        (2, 1, "Top"),
        (5, 2, "One"),
        (8, 3, "Two"),
        (11, 2, "Drei"),
    ]


def test_directives_are_code_text_or_nothing():
    """Code is code with its language, a note is text, a table of contents is neither."""
    text = (
        ".. code-block:: python\n   :linenos:\n\n   import os\n\n   os.name\n\n"
        ".. note::\n\n   - numpy\n\n.. toctree::\n\n   requests\n\n.. numpy\n   pandas\n"
    )
    code, item = blocks(text)
    assert (code.kind, code.info, code.code) == (Kind.CODE, "python", "import os\n\nos.name\n")
    assert (code.line, code.last) == (1, 6)
    assert (item.kind, item.line, item.text.text) == (Kind.ITEM, 10, "numpy")


def test_literal_blocks_and_sessions_are_code():
    """Two colons at a line's end, or the prompt of an interpreter."""
    text = "Install it::\n\n    pip install x\n\n>>> import os\n>>> os.name\n'posix'\n\nEnd.\n"
    assert [(n.kind, n.line, n.code) for n in blocks(text) if n.kind is Kind.CODE] == [
        (Kind.CODE, 3, "pip install x\n"),
        (Kind.CODE, 5, ">>> import os\n>>> os.name\n'posix'\n"),
    ]


def test_code_below_an_item_belongs_to_it():
    """It is indented as the item's text is."""
    first, code, second = blocks("- os\n\n  .. code:: python\n\n     import os\n\n- re\n")
    assert (first.kind, code.kind, second.kind) == (Kind.ITEM, Kind.CODE, Kind.ITEM)
    assert (code.parent, second.parent) == (0, -1)


def test_simple_tables_go_on_in_the_next_line():
    """An empty first cell goes on with the row above; the last column has no end."""
    text = (
        "====  ====\nName  Use\n====  ====\nos    paths and\n      files\n"
        "re    patterns, that are long\n====  ====\n"
    )
    assert cells(text) == [
        (True, ["Name", "Use"]),
        (False, ["os", "paths and files"]),
        (False, ["re", "patterns, that are long"]),
    ]


def test_grids_and_lists_of_lists_are_tables():
    """Cells of several lines are one text, and the header is told."""
    grid = "+----+-----+\n| N  | Use |\n+====+=====+\n| os | a   |\n|    | b   |\n+----+-----+\n"
    assert cells(grid) == [(True, ["N", "Use"]), (False, ["os", "a b"])]
    listed = (
        ".. list-table::\n   :header-rows: 1\n\n"
        "   * - N\n     - Use\n   * - os\n     - a\n       b\n"
    )
    assert cells(listed) == [(True, ["N", "Use"]), (False, ["os", "a b"])]


def test_broken_tables_are_no_tables():
    """A ruler without another, a grid without rows: the rest of the text is read."""
    for text in ("=== ===\n\n- os\n", "+---+---+\n\n- os\n", "=== ===\n=== ===\n=== ===\n\n- os\n"):
        assert [node.text.text for node in blocks(text) if node.kind is Kind.ITEM] == ["os"]
