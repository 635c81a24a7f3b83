"""The file that browsers search in, and the page of results of a server."""

import gzip
import itertools
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
from toolcrib.catalog import lookup, nearness, question, search, words
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.web.offline import worker
from toolcrib.web.search_columns import folded
from toolcrib.web.search_index import figures, packed, search_index
from toolcrib.web.serving import application
from toolcrib.web.serving.limits import Limits
from toolcrib.web.site import Site

VECTORS = {
    "cake": bytes.fromhex("8f" * 24),
    "river": bytes.fromhex("81" * 24),
    "yaml": bytes.fromhex("9c" * 24),
    "~0": bytes.fromhex("8d" * 24),
}
"""What three words mean, and a direction of questions that lead elsewhere."""


@pytest.fixture
def taught(tmp_path: Path) -> Iterator[Bundle]:
    """Return the bundle of the small catalog with vectors."""
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.small(), {}, path, vectors=VECTORS)
    with Bundle(str(path)) as opened:
        yield opened


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Return the bundle of the small catalog."""
    with content.compiled(tmp_path_factory.mktemp("bundle")) as opened:
        yield opened


def parted(index: bytes) -> tuple[dict[str, Any], bytes]:
    """Return the head of an index and what follows it."""
    length = int.from_bytes(index[:4], "little")
    return json.loads(index[4 : 4 + length]), index[4 + length :]


def columns_of(head: dict[str, Any], body: bytes) -> tuple[dict[str, list[int]], bytes]:
    """Return the columns of an index by name, and what follows them."""
    rest = iter(body)
    columns: dict[str, list[int]] = {}
    for name, length in head["columns"]:
        columns[name] = []
        for _ in range(length):
            number = shift = 0
            while (byte := next(rest)) > 0x7F:
                number |= (byte & 0x7F) << shift
                shift += 7
            columns[name].append(number | byte << shift)
    return columns, bytes(rest)


def unfolded(shared: list[int], ends: str) -> list[str]:
    """Return words from what each has of the one before and what it adds."""
    words, word = [], ""
    for length, end in zip(shared, ends.split(" "), strict=True):
        word = word[:length] + end
        words.append(word)
    return words


def test_the_same_bundle_gives_the_same_bytes(bundle: Bundle, tmp_path: Path):
    """So a site that did not change is not written again."""
    index = search_index(bundle)
    with content.compiled(tmp_path) as again:
        assert search_index(again) == index
    assert packed(index) == packed(bytes(index))
    assert gzip.decompress(packed(index)) == index


def test_all_parts_are_as_long_as_the_head_says(bundle: Bundle):
    """After so many numbers as are named come so many bytes, and then nothing."""
    head, body = parted(search_index(bundle))
    columns, blocks = columns_of(head, body)
    assert [(name, len(column)) for name, column in columns.items()] == [
        (name, length) for name, length in head["columns"]
    ]
    assert len(blocks) == sum(length for _, length in head["blocks"])


def test_every_term_has_its_number(bundle: Bundle):
    """Words of texts and names in code, each once; each has as many places as in the bundle."""
    head, body = parted(search_index(bundle))
    columns, _ = columns_of(head, body)
    terms = [
        term
        for kind in ("words", "names_in_code")
        for term in unfolded(columns[f"{kind}_shared"], head[kind])
    ]
    single = bundle.rows("SELECT term FROM terms WHERE term NOT LIKE '% %' ORDER BY term")
    assert sorted(terms) == [term for (term,) in single]
    assert columns["posting_count"] == [len(bundle.places(term)[0]) for term in terms]
    assert {"yaml", "read"} <= set(terms)


def test_every_pair_stands_with_its_documents(bundle: Bundle):
    """As many pairs as in the bundle, and each weighs as much as there."""
    columns, _ = columns_of(*parted(search_index(bundle)))
    rows = bundle.rows("SELECT term FROM terms WHERE term LIKE '% %'")
    weights = [weight for (term,) in rows for weight in bundle.places(term)[1]]
    assert len(weights) > 10
    assert sum(columns["pair_count"]) == len(weights)
    table = columns["pair_weight_table"]
    assert sorted(table[number] for number in columns["pair_weight"]) == sorted(weights)


def test_vectors_are_those_of_the_bundle(taught: Bundle):
    """Those of terms by their numbers, then those of other words, and the matrices as they are."""
    head, body = parted(search_index(taught))
    columns, blocks = columns_of(head, body)
    terms = unfolded(columns["words_shared"], head["words"])
    terms += unfolded(columns["names_in_code_shared"], head["names_in_code"])
    meant = [terms[number] for number in itertools.accumulate(columns["meant_term"])]
    meant += unfolded(columns["meant_shared"], head["meant"])
    assert meant == ["yaml", "cake", "river"]
    vectors = taught.packed_vectors()
    matrices = dict(taught.rows("SELECT name, packed FROM matrices"))
    parts = [*(vectors[term] for term in meant), matrices["documents"], matrices["elsewhere"]]
    assert blocks == b"".join(parts)
    assert [name for name, _ in head["blocks"]] == ["vectors", "documents", "elsewhere"]


def test_all_that_is_found_stands_in_the_head(bundle: Bundle):
    """Modules, tasks and names, each once, and texts in both languages."""
    head, _ = parted(search_index(bundle))
    assert {id_ for id_, _ in head["modules"]} == {module.id for module in bundle.modules()}
    assert sorted(head["tasks"]) == [task.id for task in bundle.tasks()]
    assert {key for key, *_ in head["names"]} == set(bundle.names())
    place = head["texts"]["en"].index("Read and write YAML.")
    assert head["texts"]["fr"][place] == "Lire et écrire du YAML."


def test_words_are_folded_and_unfolded():
    """What a word shares with the one before is not written again; no words are no text."""
    words_ = ["read", "reader", "real", "z"]
    assert unfolded(*folded(words_)) == words_
    assert folded([]) == ([], "")


def test_the_figures_of_the_scorer_go_with_the_index():
    """Constants of the Python by name, so they stand nowhere else; sets in an order."""
    assert figures(search)["OF_MODULE"] == search.OF_MODULE
    assert figures(words)["VOWELS"] == list("aeiouy")
    assert figures(nearness)["NEAR"] == nearness.NEAR
    assert all(name.isupper() for name in figures(search))


def test_a_module_gives_its_own_figures_alone():
    """What it imports is another one's, which may have a name that it uses, too."""
    assert figures(lookup)["GENERIC"] == question.GENERIC
    assert "GENERIC" not in figures(question)
    assert "NEAR" not in figures(search)


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
