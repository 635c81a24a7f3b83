"""Pages of an index, in both of its languages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.errors import NetworkError
from toolcrib.net.simple import from_html, from_json, newest, version_of

PAGE = {
    "meta": {"api-version": "1.4"},
    "name": "Some.Thing",
    "files": [
        {"filename": "some_thing-1.0.tar.gz", "url": "x", "upload-time": "2020-01-02T03:04:05Z"},
        {"filename": "some_thing-1.10-py3-none-any.whl", "url": "x", "yanked": False},
        {"filename": "some_thing-1.9-py3-none-any.whl", "url": "x"},
        {"filename": "some_thing-2.0-py3-none-any.whl", "url": "x", "yanked": "broken"},
        {"filename": "some_thing-3.0rc1-py3-none-any.whl", "url": "x"},
    ],
}

HTML = """<!DOCTYPE html><html><head>
<meta name="pypi:project-status" content="archived">
<meta name="pypi:project-status-reason" content="done">
</head><body>
<a href="https://files.example.org/a/some-thing-1.0.tar.gz#sha256=00">some-thing-1.0.tar.gz</a>
<a href="../../b/some_thing-1.1-py3-none-any.whl" data-upload-time="2021-05-06T00:00:00Z">x</a>
<a href="c/some_thing-1.2-py3-none-any.whl" data-yanked="oops">y</a>
</body></html>"""


def test_a_json_page_is_counted():
    """Yanked files count apart, and the newest finished version is found."""
    published = from_json("Some.Thing", json.dumps(PAGE).encode(), "2026-11-20")
    assert (published.name, published.files, published.yanked) == ("some-thing", 5, 1)
    assert (published.newest, published.released) == ("1.10", "2020-01-02")
    assert published.installable


def test_an_html_page_says_the_same():
    """Mirrors that speak HTML alone are read too, with status markers."""
    published = from_html("some-thing", HTML, "2026-11-20")
    assert (published.files, published.yanked, published.newest) == (3, 1, "1.1")
    assert (published.status, published.reason) == ("archived", "done")
    assert published.released == "2021-05-06"


@pytest.mark.parametrize(
    "marker",
    [
        {"project-status": {"status": "quarantined", "reason": "why"}},
        {"meta": {"project-status": {"status": "quarantined", "reason": "why"}}},
        {"meta": {"project-status": "quarantined"}},
    ],
)
def test_the_status_marker_is_found(marker: dict[str, object]):
    """PEP 792's marker is read in the places where indexes put it."""
    page = {**PAGE, **marker}
    assert from_json("x", json.dumps(page).encode(), "").status == "quarantined"


@pytest.mark.parametrize("body", [b"", b"[]", b"not json", b'{"files": [1]}', b'{"files": [{}]}'])
def test_what_is_no_page_is_a_network_fault(body: bytes):
    """A page that cannot be read is no answer."""
    with pytest.raises(NetworkError):
        from_json("x", body, "")


@pytest.mark.parametrize(
    ("file", "project", "version"),
    [
        ("PyYAML-6.0.3.tar.gz", "pyyaml", "6.0.3"),
        ("pyyaml-6.0-cp311-cp311-win_amd64.whl", "pyyaml", "6.0"),
        ("zope.interface-5.0.zip", "zope-interface", "5.0"),
        ("google-cloud-storage-2.1.0.tar.gz", "google-cloud-storage", "2.1.0"),
        ("other-1.0.tar.gz", "pyyaml", ""),
        ("broken.whl", "broken", ""),
    ],
)
def test_versions_are_read_from_file_names(file: str, project: str, version: str):
    """The name of a file says the version, wherever the project's own dashes end."""
    assert version_of(file, project) == version


def test_a_finished_version_beats_a_newer_unfinished_one():
    """Installers pass over pre-releases, unless there is nothing else."""
    assert newest(["1.0", "1.10", "1.9", "2.0rc1", "garbage"]) == "1.10"
    assert newest(["2.0a1", "2.0b1"]) == "2.0b1"
    assert newest([]) == ""


@given(st.text(), st.text(max_size=20))
def test_no_html_makes_it_stumble(text: str, project: str):
    """Whatever a server sends, it comes to a count."""
    assert from_html(project, text, "").files >= 0
