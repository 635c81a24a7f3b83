"""Addresses of pages, and the projects behind them."""

import pytest

from toolcrib.identify.links import addresses, index_page, repository


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://github.com/Theskumar/python-dotenv", "github.com/theskumar/python-dotenv"),
        ("http://www.github.com/a/b.git", "github.com/a/b"),
        ("git+https://gitlab.com/a/b/-/tree/main#readme", "gitlab.com/a/b"),
        ("https://a.github.io/b/guide.html", "github.com/a/b"),
        ("https://a.github.io", "github.com/a/"),
        ("https://thing.readthedocs.org/en/latest/", "readthedocs.io//thing"),
        ("https://github.com/topics/python", ""),
        ("https://github.com/a", ""),
        ("https://example.org/a/b", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_a_link_leads_to_a_repository(url: str, place: str):
    """Whatever lies in it, and however it is written."""
    assert repository(url) == place


def test_a_page_of_the_index_names_its_project():
    """Old addresses too; another site does not."""
    assert index_page("https://pypi.example/project/Foo_Bar/#files") == "foo-bar"
    assert index_page("https://pypi.python.org/pypi/foo/1.0") == "foo"
    assert index_page("https://example.org/project/foo/") == ""


def test_addresses_end_where_prose_goes_on():
    """Marks of Markdown and the end of a sentence are not of the address."""
    text = "See [it](https://a.example/x), <https://b.example>, or https://c.example/y."
    assert addresses(text) == ("https://a.example/x", "https://b.example", "https://c.example/y")
