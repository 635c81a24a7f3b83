"""Lines, offsets and encodings of a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.text.source import Source, decoded


@given(st.text(alphabet="ab\n\r\x0c\u2028 ", max_size=60))
def test_lines_are_those_of_commonmark(text: str):
    """Only the three line ends of the specification end a line, and every offset has its place."""
    source = Source(text=text)
    assert [source.line(n) for n in range(1, source.count + 1)] == re.split("\r\n|\n|\r", text)
    for offset in range(len(text)):
        line, column = source.place(offset)
        assert source.starts[line - 1] + column - 1 == offset


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("é".encode(), "é"),
        (b"\xef\xbb\xbf# x", "# x"),
        ("é".encode("utf-16"), "é"),
        (b"\xe9t\xe9", "été"),
    ],
)
def test_encodings_are_told_by_their_bytes(data: bytes, text: str):
    """UTF-8 with and without its mark, UTF-16 by its mark, else Windows-1252."""
    assert decoded(data) == text


@given(st.binary(max_size=80))
def test_any_bytes_are_text(data: bytes):
    """No file is refused for its bytes."""
    assert isinstance(decoded(data), str)
