"""The site and its API over HTTP."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import httpx2 as httpx
import pytest
from starlette.testclient import TestClient

from toolcrib.web.serving.application import Serving, application
from toolcrib.web.serving.kept import Content, Kept
from toolcrib.web.serving.limits import Limits, Rate

_ALL = Limits(questions=0)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """Return a client of the site, which may ask as much as it likes."""
    with TestClient(application(Serving(limits=_ALL)), follow_redirects=False) as client:
        yield client


def test_same_as_written(written: Path) -> None:
    """The server gives the very bytes that the static site has, but for its absolute address."""
    with TestClient(application(Serving(limits=_ALL, url="https://example.org/crib/"))) as other:
        for path in ("module/pypi/psutil/", "fr/task/read-a-yaml-config/", "method/", "llms.txt"):
            name = f"{path}index.html" if path.endswith("/") else path
            assert other.get(f"/{path}").content == (written / name).read_bytes()


def test_tag(client: TestClient) -> None:
    """Who has a page already gets no second copy of it."""
    first = client.get("/module/std/json/")
    again = client.get("/module/std/json/", headers={"If-None-Match": first.headers["etag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")


def test_compressed(client: TestClient) -> None:
    """A page comes compressed where the client takes that."""
    with client.stream("GET", "/modules/", headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert answer.headers["content-encoding"] == "gzip"
    assert b"<!doctype html>" in gzip.decompress(raw)


def test_slash(client: TestClient) -> None:
    """An address without its last slash leads to the one with it, questions kept."""
    answer = client.get("/compare?m=pypi:pyyaml")
    assert answer.status_code == 308
    assert answer.headers["location"] == "compare/?m=pypi:pyyaml"


@pytest.mark.parametrize("path", ["/nothing/", "/fr/nothing", "/module/pypi/../../etc/passwd"])
def test_missing(client: TestClient, path: str) -> None:
    """What is not there is said on a page, in the language of the address."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert ('lang="fr"' in answer.text[:60]) == path.startswith("/fr")


@pytest.mark.parametrize("path", ["/", "/api/v1/find?q=yaml", "/nothing", "/healthz"])
def test_headers(client: TestClient, path: str) -> None:
    """Every answer tells the browser what pages may do."""
    headers = client.get(path).headers
    assert "unsafe-inline" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_shared_files_last(client: TestClient) -> None:
    """Style sheet and scripts may be kept for ever, as their address changes with them."""
    page = client.get("/").text
    style = page.partition('rel="stylesheet" href="')[2].partition('"')[0]
    assert "immutable" in client.get(f"/{style.removeprefix('./')}").headers["cache-control"]


def test_prefix() -> None:
    """The site lies below a prefix where that is wished for, and nowhere else."""
    with TestClient(application(Serving(prefix="/crib", limits=_ALL))) as client:
        assert client.get("/crib/module/std/json/").status_code == 200
        assert client.get("/crib/api/v1/find?q=yaml").json()["hits"]
        assert client.get("/module/std/json/").status_code == 404


def test_find(client: TestClient) -> None:
    """The API finds what the command line finds, in both languages."""
    english = client.get("/api/v1/find", params={"q": "read a yaml config file"}).json()
    french = client.get("/api/v1/find", params={"q": "lire du yaml", "lang": "fr"}).json()
    assert english["schema"] == french["schema"] == 1
    assert {english["hits"][0]["id"], french["hits"][0]["id"]} == {"pypi:pyyaml"}
    assert french["hits"][0]["title"].startswith("Lire")


def test_others(client: TestClient) -> None:
    """Names, modules, tasks and comparisons are answered with the values of the command line."""
    assert client.get("/api/v1/what?name=cv2").json()["distributions"]
    assert client.get("/api/v1/modules/pypi:pyyaml").json()["name"] == "PyYAML"
    assert client.get("/api/v1/tasks/read-a-yaml-config").json()["programs"]
    both = client.get("/api/v1/compare?m=pyyaml&m=ruamel.yaml").json()
    assert [module["id"] for module in both["modules"]] == ["pypi:pyyaml", "pypi:ruamel-yaml"]


def test_check(client: TestClient) -> None:
    """A list that is sent is checked, and nothing of it leaves this machine."""
    text = "- `urllib2` - HTTP\n- `requests` - HTTP\n"
    report = client.post("/api/v1/check?filename=list.md", content=text).json()
    assert [finding["code"] for finding in report["findings"]] == ["TC202"]


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/v1/find", 400, "q is missing"),
        ("/api/v1/find?q=", 400, "1 to 10000 characters"),
        ("/api/v1/find?q=yaml&limit=0", 400, "a number from 1 to 50"),
        ("/api/v1/find?q=yaml&limit=x", 400, "a number from 1 to 50"),
        ("/api/v1/find?q=yaml&q=json", 400, "given twice"),
        ("/api/v1/find?q=yaml&lang=de", 400, "one of en, fr"),
        ("/api/v1/find?q=yaml&size=3", 400, "no parameter 'size'"),
        ("/api/v1/modules/nothing-of-that-name", 404, "no module"),
        ("/api/v1/tasks/nothing-of-that-name", 404, "no task"),
        ("/api/v1/compare?m=pyyaml&m=yaml", 404, "the same module"),
        (f"/api/v1/find?q={'a' * 20_000}", 414, "too long"),
    ],
)
def test_wrong_questions(client: TestClient, path: str, status: int, said: str) -> None:
    """A wrong question is answered with what is wrong about it."""
    answer = client.get(path)
    assert answer.status_code == status
    assert said in answer.text
    if status != 414:
        assert answer.json()["hint"]


def test_too_large() -> None:
    """A body over the limit is turned away, whether or not it says its length."""
    limits = Limits(questions=0, body=1000)
    with TestClient(application(Serving(limits=limits))) as client:
        assert client.post("/api/v1/check", content=b"- yaml\n" * 1000).status_code == 413
        pieces = (b"- yaml\n" for _ in range(1000))
        assert client.post("/api/v1/check", content=pieces).status_code == 413


def test_rate() -> None:
    """Who asks too much is told when to ask again; pages are read without limit."""
    with TestClient(application(Serving(limits=Limits(questions=3)))) as client:
        answers = [client.get("/api/v1/find?q=yaml") for _ in range(5)]
        assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
        assert 1 <= int(answers[-1].headers["retry-after"]) <= 20
        assert client.get("/module/std/json/").status_code == 200


def test_bucket_fills_up() -> None:
    """A bucket fills up over a minute, and each address has its own."""
    now = 0.0
    rate = Rate(60, clock=lambda: now)
    assert [rate.wait("one") for _ in range(61)] == [0] * 60 + [1]
    assert rate.wait("two") == 0
    now = 30.0
    assert [rate.wait("one") for _ in range(31)] == [0] * 30 + [1]


def test_hostile_list(client: TestClient) -> None:
    """Bytes that are no text are answered, not tripped over."""
    answer = client.post("/api/v1/check", content=b"\xff\x00<script>" * 100)
    assert answer.status_code == 200
    assert json.loads(answer.content)["schema"] == 1


@pytest.mark.parametrize(
    ("question", "options", "first"),
    [
        ("read a toml file", {"stdlib": "true"}, "std:tomllib"),
        ("read a yaml config file", {"category": "data-formats"}, "pypi:pyyaml"),
        ("read a yaml config file", {"proven": "true", "python": "3.12"}, "pypi:pyyaml"),
    ],
)
def test_filters(client: TestClient, question: str, options: dict[str, str], first: str) -> None:
    """The API takes the filters of the command line."""
    answer = client.get("/api/v1/find", params={"q": question, **options}).json()
    assert answer["hits"][0]["id"] == first


@pytest.mark.parametrize(
    ("options", "status", "said"),
    [
        ("stdlib=yes", 400, "true or false"),
        ("category=nothing-of-that-name", 404, "no category"),
        ("python=3", 400, "a Python such as 3.13"),
        ("python=3.99", 404, "no Python that toolcrib knows"),
    ],
)
def test_wrong_filters(client: TestClient, options: str, status: int, said: str) -> None:
    """A filter that there is not is said, with those that there are."""
    answer = client.get(f"/api/v1/find?q=yaml&{options}")
    assert (answer.status_code, said in answer.json()["error"]) == (status, True)
    assert answer.json()["hint"]


def test_notes_speak_french(client: TestClient) -> None:
    """A note on a name comes in the language that is asked for."""
    answers = [client.get(f"/api/v1/what?name=imp&lang={code}") for code in ("en", "fr")]
    english, french = (answer.json()["note"] for answer in answers)
    assert "Removed" in english
    assert "Retiré" in french


def _raw(client: TestClient, path: str, takes: str) -> tuple[httpx.Headers, bytes]:
    with client.stream("GET", path, headers={"Accept-Encoding": takes}) as answer:
        return answer.headers, b"".join(answer.iter_raw())


def test_never_packed_twice(client: TestClient) -> None:
    """The index of search is a gzip file already, which a script unpacks; it comes as it is."""
    headers, raw = _raw(client, "/search.bin", "gzip")
    assert "content-encoding" not in headers
    assert raw[:2] == b"\x1f\x8b"


@pytest.mark.parametrize("path", ["/modules/", "/api/v1/modules/pypi:pyyaml", "/search/?q=yaml"])
def test_packed_for_who_takes_it(client: TestClient, path: str) -> None:
    """Who takes gzip gets it, who refuses it does not, and caches are told that these differ."""
    headers, raw = _raw(client, path, "br, gzip;q=0.5")
    plain_headers, plain = _raw(client, path, "gzip;q=0, identity")
    assert headers["content-encoding"] == "gzip"
    assert "content-encoding" not in plain_headers
    assert headers["vary"] == plain_headers["vary"] == "Accept-Encoding"
    assert gzip.decompress(raw) == plain


@pytest.mark.parametrize("path", ["/", "/api/v1/find?q=yaml", "/search.bin", "/nothing/"])
def test_head(client: TestClient, path: str) -> None:
    """HEAD tells what GET would, without the body (RFC 9110, section 9.3.2)."""
    asked, got = client.head(path), client.get(path)
    assert (asked.status_code, asked.content) == (got.status_code, b"")
    told = ("content-type", "content-length", "etag", "cache-control")
    assert [asked.headers.get(name) for name in told] == [got.headers.get(name) for name in told]


def test_answers_are_kept_apart(client: TestClient) -> None:
    """What is kept of one question is not the answer to the same in another language or number."""
    base = {"q": "read a yaml config file"}
    asked = [base, {**base, "lang": "fr"}, {**base, "limit": "1"}, {**base, "stdlib": "true"}]
    first = [client.get("/api/v1/find", params=each).content for each in asked]
    again = [client.get("/api/v1/find", params=each).content for each in asked]
    assert first == again
    assert len(set(first)) == len(asked)


def test_kept_is_bounded() -> None:
    """What is kept stays below the limit, keys included, and the one asked for last stays."""
    kept = Kept(10_000)
    made = [kept.get(("long" * 100, n), lambda: Content(plain=b"x" * 500)) for n in range(100)]
    assert 9 <= sum(kept.found(("long" * 100, n)) is not None for n in range(100)) <= 11
    assert kept.found(("long" * 100, 99)) is made[-1]
    assert kept.get(("one",), lambda: Content(plain=b"x" * 20_000)).size == 20_000
    assert kept.found(("one",)) is None
