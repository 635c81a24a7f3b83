"""Values with separators between them."""

import pytest

from toolcrib.text.csv import csv_nodes
from toolcrib.text.source import Source


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ('a,"b, c"\nd,e\n', [["a", "b, c"], ["d", "e"]]),
        ('a,"two\nlines",z\nd,e,f\n', [["a", "two\nlines", "z"], ["d", "e", "f"]]),
        ('a\tf("x").y\tz\n', [["a", 'f("x").y', "z"]]),
        ('a,"alone\nb,c\n', [["a", '"alone'], ["b", "c"]]),
        ("a;;c\r\nd;e;\r\n", [["a", "", "c"], ["d", "e"]]),
        ('"a" ,b\n', [["a", "b"]]),
    ],
)
def test_values_are_taken_as_they_stand(text: str, rows: list[list[str]]):
    """Quotes hold separators and line ends; a quote inside a value, or left open, is text."""
    nodes = csv_nodes(Source(text=text))
    assert [[cell.text for cell in node.cells] for node in nodes] == rows
    assert [node.header for node in nodes] == [not number for number in range(len(nodes))]
