"""Ignore comments in the formats that have comments."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.read.ignores import ignores, without_ignores
from toolcrib.text.source import Source


def told(path: str, text: str) -> list[tuple[int, tuple[str, ...], str]]:
    """Return of what line each comment speaks, its codes and its reason."""
    return [(one.of_line, one.codes, one.reason) for one in ignores(path, Source(text=text))]


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        ("a.md", "- os <!-- crib: ignore[TC302] old is fine -->", [(1, ("TC302",), "old is fine")]),
        ("a.md", "<!--crib:ignore[TC302,TC104]-->\n\n- os", [(3, ("TC302", "TC104"), "")]),
        ("a.md", "# crib: ignore[TC302] a heading", []),
        ("r.txt", "six  # crib: ignore[TC302] finished", [(1, ("TC302",), "finished")]),
        ("r.txt", "# crib: ignore[TC302]\r\nsix\r\n", [(2, ("TC302",), "")]),
        ("r.rst", ".. crib: ignore[TC302] why\n\nsix", [(3, ("TC302",), "why")]),
        ("a.md", "- os <!-- crib: ignore -->", [(1, (), "")]),
        ("a.md", "- os <!-- crib: ignored -->", []),
        ("r.txt", "# crib: ignore[TC302]", [(1, ("TC302",), "")]),
        ("a.md", "- scribe: ignore[TC302]", []),
    ],
)
def test_comments(path: str, text: str, expected: list[object]) -> None:
    """A comment speaks of its line, and alone on a line of the next one."""
    assert told(path, text) == expected


@given(
    st.lists(
        st.sampled_from(
            ["os", "<!-- crib: ignore[TC101] x -->", " ", "\n", "\r\n", "# crib: ignore"]
        )
    ),
    st.sampled_from(["a.md", "a.txt"]),
)
def test_readers_get_the_text_without_them(parts: list[str], path: str) -> None:
    """All else keeps its place, and no comment is left."""
    text = "".join(parts)
    plain = without_ignores(path, text)
    assert len(plain) == len(text)
    assert Source(text=plain).starts == Source(text=text).starts
    assert all(new in (old, " ") for old, new in zip(text, plain, strict=True))
    assert ignores(path, Source(text=plain)) == ()
