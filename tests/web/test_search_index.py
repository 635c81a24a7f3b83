"""The file that browsers search in, and the page of results of a server."""

import gzip
import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
import uvicorn

import content
from toolcrib.catalog import search, words
from toolcrib.catalog.bundle import Bundle
from toolcrib.web.offline import worker
from toolcrib.web.search_index import figures, packed, search_index
from toolcrib.web.serving import application
from toolcrib.web.serving.limits import Limits
from toolcrib.web.site import Site


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Return the bundle of the small catalog."""
    with content.compiled(tmp_path_factory.mktemp("bundle")) as opened:
        yield opened


def parted(index: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the head of an index and its columns."""
    length = int.from_bytes(index[:4], "little")
    return json.loads(index[4 : 4 + length]), index[4 + length :]


def test_the_same_bundle_gives_the_same_bytes(bundle: Bundle, tmp_path: Path):
    """So a site that did not change is not written again."""
    index = search_index(bundle)
    with content.compiled(tmp_path) as again:
        assert search_index(again) == index
    assert packed(index) == packed(bytes(index))
    assert gzip.decompress(packed(index)) == index


def test_the_columns_are_as_long_as_the_head_says(bundle: Bundle):
    """Each number ends with a byte below 128, and there are as many of them as are named."""
    head, columns = parted(search_index(bundle))
    assert sum(byte < 0x80 for byte in columns) == sum(length for _, length in head["columns"])
    assert columns[-1] < 0x80


def test_all_that_is_found_stands_in_the_head(bundle: Bundle):
    """Modules, tasks and names, each once, and texts in both languages."""
    head, _ = parted(search_index(bundle))
    assert {id_ for id_, _ in head["modules"]} == {module.id for module in bundle.modules()}
    assert sorted(head["tasks"]) == [task.id for task in bundle.tasks()]
    assert {key for key, *_ in head["names"]} == set(bundle.names())
    place = head["texts"]["en"].index("Read and write YAML.")
    assert head["texts"]["fr"][place] == "Lire et écrire du YAML."


def test_the_figures_of_the_scorer_go_with_the_index():
    """Constants of the Python by name, so they stand nowhere else; sets in an order."""
    assert figures(search)["OF_MODULE"] == search.OF_MODULE
    assert figures(words)["VOWELS"] == list("aeiouy")
    assert all(name.isupper() for name in figures(search))


def test_the_service_worker_keeps_what_there_is(bundle: Bundle):
    """Every file that it keeps from the start is one of the site, and it changes with the index."""
    site = Site(bundle)
    program = worker(site, b"an index").decode()
    kept = json.loads(program.removeprefix("self.kept = ").partition(";\n")[0])
    for path in (*kept["shared"], *(f"{page}index.html" for page in kept["pages"])):
        assert site.file(path.partition("?")[0]), path
    assert worker(site, b"an index") == program.encode()
    assert worker(site, b"another") != program.encode()


Ask = Callable[[str, str], str]


@pytest.fixture
def ask(bundle: Bundle, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ask]:
    """Serve the small catalog with two questions a minute, and return who asks for its pages."""
    path = bundle.rows("PRAGMA database_list")[0][2]
    monkeypatch.setattr(application, "open_bundle", lambda: Bundle(path))
    serving = application.Serving(limits=Limits(questions=2))
    config = uvicorn.Config(
        application.application(serving), port=0, ws="none", log_level="warning"
    )
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]

    def asked(place: str, query: str) -> str:
        url = f"http://127.0.0.1:{port}/{place}?{urlencode({'q': query})}"
        with urlopen(url) as answer:
            return str(answer.read(), "utf-8")

    yield asked
    server.should_exit = True
    thread.join()


def test_a_server_answers_without_scripts(ask: Ask):
    """The page of results holds the hits in its language, and what was asked as text."""
    page = ask("fr/search/", "lire un fichier yaml <b>")
    assert "Lire un fichier de configuration YAML" in page
    assert "lire un fichier yaml &lt;b&gt;" in page
    assert "<b>" not in page
    assert "Nothing in the catalog does that." in ask("search/", "bake a chocolate cake")


def test_who_asks_too_much_gets_the_page_of_scripts(ask: Ask):
    """The browser finds the hits itself then, as on a static host."""
    pages = [ask("search/", "read yaml") for _ in range(3)]
    assert [">PyYAML</a>" in page for page in pages] == [True, True, False]
