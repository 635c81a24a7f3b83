"""Addresses of pages."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.web import address

_PARTS = st.lists(
    st.text("abc.-é:", min_size=1, max_size=5).filter(lambda text: text.strip(".")), max_size=4
)
_PAGES = _PARTS.map(lambda parts: "".join(f"{address.quoted(part)}/" for part in parts))


@given(_PAGES, _PAGES)
def test_relative_leads_there(here: str, there: str) -> None:
    """A relative link leads to the same page at any place of any host."""
    for root in ("https://example.org/", "https://example.org/deep/below/"):
        assert urljoin(root + here, address.relative(here, there)) == root + there


@given(st.text(min_size=1, max_size=20).filter(lambda text: "/" not in text))
def test_key_comes_back(name: str) -> None:
    """What stands in an address is read from it again."""
    assert address.key(f"name/{address.quoted(name)}/", "name/") == name


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("module/std/json/", ("en", "module/std/json/")),
        ("fr/module/std/json/", ("fr", "module/std/json/")),
        ("fr", ("fr", "")),
        ("fr/", ("fr", "")),
    ],
)
def test_parsed(path: str, expected: tuple[str, str]) -> None:
    """The first folder says the language; without one it is English."""
    assert address.parsed(path) == expected
