"""The vectors of the ranking: Python and the browser's JavaScript answer every question alike."""

import csv
import json
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import content
import toolcrib.web
from toolcrib.app.bundle import open_bundle
from toolcrib.app.find import find
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.search import search
from toolcrib.catalog.vectors import read_vectors
from toolcrib.web.search_index import packed, search_index

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ASSETS = Path(toolcrib.web.__file__).parent / "assets"

QUESTIONS = (
    "benchmarks/questions.tsv",
    "tests/catalog/answered.tsv",
    "tests/catalog/unanswered.tsv",
    "tests/catalog/exam_tuning.tsv",
    "tests/catalog/exam_blind.tsv",
)

ODD = (
    *(
        "",
        " ",
        "?!",
        "12 34",
        "\0",
        "\ufeffjson",
        "İnstall",
        "p\u0131p \u0131nstall yaml",
        "ﬁle",
        "K",
        "\u017focket",
    ),
    *("œuvre lire Œ", "a\u0903b", "e\u0301te\u0345", "Ⅷ ½ ①", "🐍 yaml", "한국어 json", "ΣΑΣ"),
    *("No module named 'cv2'", "no module named ...", "NO MODULE NAMED «yaml.reader»", "import é"),
    *(
        "from yaml import",
        "from yaml importx",
        "import yaml as y  ;",
        "import yaml as",
        "$ import os.",
    ),
    *("python3 -m pip install -U --pre PyYAML", "uv pip3 install -r x", "pip install"),
    *("cannot import name 'x' from 'os.path' (a)", "cannot import name x from \x1f'json.tool'"),
    *(
        "os.getenv",
        "xml.etree.ElementTree",
        "ruamel.yaml ruamelyaml",
        "beautiful soup 4",
        "a.b.c.d",
    ),
    *("constructor", "__proto__", "hasOwnProperty toString", "yaml " * 200, "x" * 5000),
    *("matlibplot", "matlpotlib", "reqeusts", "pandsa", "jsn", "yamll", "nmupy", "tensroflow draw"),
    *("read josn fiel", "conection reset", "lire fichier excell", "import yml", "\u2003json\u2003"),
)
"""Strings that other code than this trips over, and slips."""


Asked = tuple[str, str, int]
"""A question, the language of its answer, and how many hits at most."""

AT_ONCE = 16
"""Questions that are written before an answer is read: they fit into a pipe."""


class Browser:
    """The JavaScript under Node: one process for all questions about a bundle."""

    def __init__(self, bundle: Bundle, folder: Path) -> None:
        """Write the index and start the process."""
        assets = folder / "assets"
        shutil.copytree(ASSETS, assets)
        # As in a page: files are modules.
        (assets / "package.json").write_text('{"type": "module"}')
        index = folder / "index.bin"
        index.write_bytes(packed(search_index(bundle)))
        self._process = subprocess.Popen(
            ["node", HERE / "rank.mjs", assets, index],  # noqa: S607 -- Debian's
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, asked: Sequence[Asked]) -> list[dict[str, Any]]:
        """Return matches, hits and proofs for each of some questions."""
        assert self._process.stdin
        assert self._process.stdout
        for query, language, limit in asked:
            line = json.dumps({"query": query, "language": language, "limit": limit})
            self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return [json.loads(self._process.stdout.readline()) for _ in asked]

    def close(self) -> None:
        """End the process."""
        self._process.communicate()


Both = tuple[Bundle, Browser]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Both]:
    """Return the built-in catalog, compiled, and the browser that has its index."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOOLCRIB_CACHE", str(tmp_path_factory.mktemp("cache")))
        patch.delenv("TOOLCRIB_CATALOGS", raising=False)
        opened = open_bundle()
    with opened as bundle:
        browser = Browser(bundle, tmp_path_factory.mktemp("site"))
        yield bundle, browser
        browser.close()


def in_python(bundle: Bundle, asked: Asked) -> dict[str, Any]:
    """Return what Python answers, in the form of the browser's answer."""
    query, language, limit = asked
    texts = Texts(bundle, language)
    hits = find(bundle, query, texts, limit).hits
    answer = {
        "matches": search(bundle, query),
        "hits": hits,
        "proofs": [texts.proof(hit.proof) for hit in hits],
    }
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(answer))
    return plain


def compare(both: Both, queries: Iterable[str], language: str = "en", limit: int = 5) -> None:
    """Demand that both answer alike: order, scores, tasks, words, why, texts."""
    bundle, browser = both
    asked = [(query, language, limit) for query in queries]
    for start in range(0, len(asked), AT_ONCE):
        some = asked[start : start + AT_ONCE]
        for each, answer in zip(some, browser.ask(some), strict=True):
            assert (each, answer) == (each, in_python(bundle, each))


@pytest.mark.parametrize("name", QUESTIONS)
def test_every_question_is_answered_alike(both: Both, name: str):
    """Each cell of the files, so modules are asked for too; by turns in both languages."""
    with (ROOT / name).open(encoding="utf-8", newline="") as file:
        cells = {c for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE) for c in row}
    assert len(cells) > 10
    in_order = sorted(cells)
    compare(both, in_order[::2], "en")
    compare(both, in_order[1::2], "fr")


@pytest.mark.parametrize("query", ODD)
def test_odd_strings_are_answered_alike(both: Both, query: str):
    """Unicode that folds, statements half said, names of JavaScript, very long questions."""
    compare(both, [query], "fr", 50)


def test_all_names_are_answered_alike(both: Both):
    """Whatever goes by a name, and the name with a letter dropped."""
    names = both[0].names()
    assert len(names) > 100
    compare(both, names)
    compare(both, [name[:2] + name[3:] for name in names[::7]])


_KNOWN = """
    read lire file yaml yml json os.getenv import from pip install no module named cannot name csv
    socket port réseau config données requests pandas plot hash sqlite email http server the as of
    by text to speech defaultdict subprocess.run xml.etree threading thraeding
"""
_WORDS = st.sampled_from(_KNOWN.split())
_ODD_WORDS = st.one_of(
    _WORDS, _WORDS.map(str.upper), st.text(max_size=8), st.from_regex(r"\A[a-z]{3,12}\Z")
)


@seed(8)
@settings(
    max_examples=400,
    database=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.too_slow],
)
@given(
    st.lists(_ODD_WORDS, max_size=12).map(" ".join) | st.text(max_size=300),
    st.sampled_from(["en", "fr", "de"]),
    st.integers(1, 50),
)
def test_generated_strings_are_answered_alike(both: Both, query: str, language: str, limit: int):
    """Words of ours among letters of all scripts, in any number."""
    compare(both, [query], language, limit)


def test_the_bounds_of_large_catalogs_are_alike(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """So low that hardly a question stays below them."""
    monkeypatch.setattr("toolcrib.catalog.earned.LOOKED_THROUGH", 60)
    monkeypatch.setattr("toolcrib.catalog.earned.LOOKED_AT", 15)
    bundle, _ = both
    browser = Browser(bundle, tmp_path)
    with (ROOT / "benchmarks/questions.tsv").open(encoding="utf-8", newline="") as file:
        asked = [row[0] for row in csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
    compare((bundle, browser), asked[::3])
    browser.close()


def test_a_small_catalog_is_answered_alike(tmp_path: Path):
    """Where hardly anything is rare; a module without an entry, a trap, one language."""
    with content.compiled(tmp_path / "bundle") as bundle:
        browser = Browser(bundle, tmp_path / "site")
        asked = ("read a yaml config file", "write josn", "check open", "cv2", "py-yaml", "plot")
        compare((bundle, browser), asked, "fr")
        browser.close()


def test_what_is_near_in_meaning_is_answered_alike(tmp_path: Path):
    """By words of which no text has one; and by no words at all, where nothing is that near."""
    path = tmp_path / "bundle.sqlite"
    compile_bundle(content.small(), {}, path, vectors=read_vectors(ROOT / "facts"))
    with Bundle(str(path)) as bundle:
        browser = Browser(bundle, tmp_path / "site")
        asked = ("visualize statistics chart", "is a socket listening", "draw a diagram", "cake")
        compare((bundle, browser), asked, "en")
        browser.close()
        by_meaning = [
            match for query in asked for match in search(bundle, query) if not match.words
        ]
        assert by_meaning
        assert not search(bundle, "cake")
