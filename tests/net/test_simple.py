"""Pages of an index, in both of its languages."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.errors import NetworkError
from toolcrib.net.simple import (
    from_html,
    from_json,
    located,
    newest,
    version_of,
    whole_address,
)

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
    assert from_json("some-thing", json.dumps(page).encode(), "").status == "quarantined"


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
    """Whatever a server sends, it is a page with its count, or told to be none."""
    with suppress(NetworkError):
        assert from_html(project, text, "").files >= 0


@pytest.mark.parametrize(
    "text", ["", "<html><a href='/login'>Log in</a></html>", "<a href='other-1.0.tar.gz'>x</a>"]
)
def test_a_page_that_lists_no_project_makes_no_name_exist(text: str):
    """A portal answers everything with a page of its own."""
    with pytest.raises(NetworkError, match="no page of PEP 503"):
        from_html("thing", text, "")


def test_a_project_without_files_has_a_page():
    """Its heading says that this is one."""
    page = from_html("thing", "<title>Links for thing</title><h1>Links for thing</h1>", "")
    assert (page.exists, page.files, page.installable) == (True, 0, False)


@pytest.mark.parametrize("body", [b"{}", b"[]", b'{"files": 3}', b'{"name": "other", "files": []}'])
def test_json_that_is_no_page_makes_no_name_exist(body: bytes):
    """Neither does the page of another project."""
    with pytest.raises(NetworkError, match="no page of PEP 691"):
        from_json("thing", body, "")


def test_the_newest_version_has_its_facts():
    """Versions in their order, the Pythons and wheels of the newest, the file that tells most."""
    files = [
        {"filename": "thing-1.0.tar.gz"},
        {"filename": "thing-1.9-py3-none-any.whl", "yanked": "oops"},
        {"filename": "thing-1.10.tar.gz", "requires-python": ">=3.9"},
        {"filename": "thing-1.10-cp39-abi3-win_amd64.whl", "requires-python": ">=3.9"},
        {
            "filename": "thing-1.10-cp39-abi3-manylinux_2_17_x86_64.whl",
            "url": "../../thing-1.10-cp39-abi3-manylinux_2_17_x86_64.whl",
            "core-metadata": {"sha256": "00"},
            "size": 12,
        },
    ]
    page = from_json("thing", json.dumps({"files": files}).encode(), "")
    assert page.versions == ("1.10", "1.0")
    assert page.withdrawn == ("1.9",)
    assert (page.requires_python, page.source) == (">=3.9", True)
    assert page.wheels == ("cp39-abi3-manylinux_2_17_x86_64", "cp39-abi3-win_amd64")
    assert page.file is not None
    assert (page.file.metadata, page.file.size) == (True, 12)
    whole = located(page, "https://index.example.org/simple/thing/", "").file
    assert whole is not None
    assert whole.url.startswith("https://index.example.org/thing-1.10-cp39-abi3-manylinux")


def test_a_page_has_no_word_on_files_of_this_machine():
    """An address on disk in a page from the network leads nowhere."""
    assert whole_address("https://index.example.org/simple/a/", "file:///etc/passwd") == ""
    assert whole_address("file:///srv/simple/a/", "../../a-1.0.zip") == "file:///srv/a-1.0.zip"
