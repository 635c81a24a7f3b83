"""Where the set-up looks for pip, and what it believes."""

import hashlib
import io
import ssl
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError, URLError

import fetch_pip
import pytest

LINK = f"https://files.example/a/{fetch_pip.WHEEL}"
PAGE = f'<a href="../old.whl">old</a> <a class="x" href="{LINK}#sha256=00">{fetch_pip.WHEEL}</a>'


@pytest.fixture
def wheel(monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Return a wheel that stands for the pinned one, with an authority in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("pip/_vendor/certifi/cacert.pem", "the public authorities")
    content = buffer.getvalue()
    monkeypatch.setattr(fetch_pip, "SHA256", hashlib.sha256(content).hexdigest())
    return content


@pytest.fixture
def network(monkeypatch: pytest.MonkeyPatch, wheel: bytes) -> Callable[[str], list[str]]:
    """Return a function that sets up an index which only one kind of opener can verify."""

    def known_to(whom: str) -> list[str]:
        asked: list[str] = []

        def opener_of(_: object, *, file: str = "", text: str = "", blind: bool = False) -> str:
            return "blind" if blind else "public" if text else file or "machine"

        def get(url: str, opener: str) -> bytes:
            asked.append(f"{opener} {url}")
            if opener not in ("blind", whom):
                raise ssl.SSLCertVerificationError("nobody vouches")
            return wheel if url == LINK else PAGE.encode()

        monkeypatch.setattr(fetch_pip, "opener_of", opener_of)
        monkeypatch.setattr(fetch_pip, "get", get)
        return asked

    return known_to


def fetch(folder: Path, **environ: str) -> fetch_pip.Fetched:
    """Fetch with nothing set but what is said, and one index."""
    ours = {"PIP_CONFIG_FILE": "/dev/null", "PIP_INDEX_URL": "https://index.example/simple/"}
    return fetch_pip.fetch(folder, ours | environ)


def test_a_verified_index_needs_no_trust(
    tmp_path: Path, wheel: bytes, network: Callable[[str], list[str]]
) -> None:
    """Where the machine's authorities vouch for the index, nothing is fetched unverified."""
    asked = network("machine")
    fetched = fetch(tmp_path)
    assert fetched.wheel.read_bytes() == wheel
    assert fetched.trusted == ()
    assert asked == ["machine https://index.example/simple/pip/", f"machine {LINK}"]


def test_pip_verifies_with_the_authorities_it_brings(
    tmp_path: Path, network: Callable[[str], list[str]]
) -> None:
    """Where only the machine knows no authority, pip is left to verify by its own."""
    asked = network("public")
    assert fetch(tmp_path).trusted == ()
    assert asked[-1] == "public https://index.example/simple/pip/"


def test_the_hashes_alone_must_do_where_nobody_vouches(
    tmp_path: Path, network: Callable[[str], list[str]]
) -> None:
    """Behind an unknown authority pip has to trust both hosts: of the index and of its files."""
    network("nobody")
    assert fetch(tmp_path).trusted == ("index.example", "files.example")


def test_no_password_is_sent_unverified(
    tmp_path: Path, network: Callable[[str], list[str]]
) -> None:
    """An index with a password in its address is not asked when its certificate is not good."""
    asked = network("nobody")
    with pytest.raises(OSError, match="nobody vouches") as caught:
        fetch(tmp_path, PIP_INDEX_URL="https://me:secret@index.example/simple")
    assert "secret" not in str(caught.value)
    assert all(line.startswith("machine ") for line in asked)


def test_another_wheel_is_refused(
    tmp_path: Path, network: Callable[[str], list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What does not have the pinned hash is not written."""
    network("machine")
    monkeypatch.setattr(fetch_pip, "SHA256", "0" * 64)
    with pytest.raises(OSError, match="SHA-256"):
        fetch(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_next_index_is_asked(tmp_path: Path, network: Callable[[str], list[str]]) -> None:
    """An index that does not have the wheel is followed by the extra ones."""
    asked = network("machine")
    folder = tmp_path / "mirror" / "pip"
    folder.mkdir(parents=True)
    extra = "https://extra.example/simple"
    (folder / "index.html").write_text("nothing", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        get = fetch_pip.get
        patch.setattr(
            fetch_pip, "get", lambda url, o: b"<p>" if "index.example" in url else get(url, o)
        )
        fetch(tmp_path, PIP_EXTRA_INDEX_URL=extra)
    assert asked == [f"machine {extra}/pip/", f"machine {LINK}"]


def test_a_folder_of_wheels_needs_no_index(tmp_path: Path, wheel: bytes) -> None:
    """With PIP_FIND_LINKS and PIP_NO_INDEX nothing is asked of any network."""
    wheels, folder = tmp_path / "wheels", tmp_path / "folder"
    wheels.mkdir()
    folder.mkdir()
    (wheels / fetch_pip.WHEEL).write_bytes(wheel)
    fetched = fetch(folder, PIP_FIND_LINKS=str(wheels), PIP_NO_INDEX="1")
    assert fetched.wheel.read_bytes() == wheel


def test_an_index_in_a_folder_is_read(tmp_path: Path, wheel: bytes) -> None:
    """An index may be a folder with a page for each project, its links relative."""
    page = tmp_path / "simple" / "pip" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text(f"<A HREF='../../{fetch_pip.WHEEL}'>it</A>", encoding="utf-8")
    (tmp_path / fetch_pip.WHEEL).write_bytes(wheel)
    target = tmp_path / "target"
    target.mkdir()
    fetched = fetch(target, PIP_INDEX_URL=(tmp_path / "simple").as_uri())
    assert fetched.wheel.read_bytes() == wheel


class Opener:
    """An opener that fails as often as it is told to."""

    def __init__(self, *faults: Exception) -> None:
        """Take what to raise, one fault for each try."""
        self.faults = list(faults)

    def open(self, _: object, timeout: int) -> io.BytesIO:  # noqa: ARG002 -- as urllib's
        """Raise the next fault, or answer."""
        if self.faults:
            raise self.faults.pop(0)
        return io.BytesIO(b"content")


@pytest.fixture
def pauses(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return the pauses that would have been made."""
    made: list[int] = []
    monkeypatch.setattr(fetch_pip.time, "sleep", made.append)
    return made


def http_fault(code: int) -> HTTPError:
    """Return an answer of a server that is no success."""
    return HTTPError("https://index.example", code, "no", None, None)  # type: ignore[arg-type]


def test_what_fails_for_a_moment_is_tried_again(pauses: list[int]) -> None:
    """A broken connection and a server's fault are tried again, with pauses between."""
    opener = Opener(URLError("broken"), http_fault(503))
    assert fetch_pip.get("https://index.example", opener) == b"content"
    assert pauses == [1, 4]


def test_the_last_fault_is_told(pauses: list[int]) -> None:
    """When all tries fail, the reason is told and no further pause is made."""
    with pytest.raises(OSError, match=r"^broken$"):
        fetch_pip.get("https://index.example", Opener(*[URLError("broken")] * 3))
    assert pauses == [1, 4]


def test_what_is_not_there_is_not_tried_again(pauses: list[int]) -> None:
    """A clear no of the server, or of the certificate, is final."""
    with pytest.raises(HTTPError):
        fetch_pip.get("https://index.example", Opener(http_fault(404)))
    with pytest.raises(ssl.SSLCertVerificationError):
        fetch_pip.get("https://x.example", Opener(URLError(ssl.SSLCertVerificationError("no"))))
    assert pauses == []


def test_a_password_goes_into_the_header() -> None:
    """Name and password in an address are sent as HTTP wants them (RFC 7617)."""
    request = fetch_pip.request("https://Aladdin:open%20sesame@index.example:8443/simple/pip/")
    assert request.full_url == "https://index.example:8443/simple/pip/"
    assert request.get_header("Authorization") == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="


@pytest.fixture
def configured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that writes pip's configuration files, the stronger one later."""

    def write(*texts: str) -> None:
        paths = [tmp_path / f"{number}.conf" for number, _ in enumerate(texts)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        monkeypatch.setattr(fetch_pip, "config_files", lambda _: paths)

    return write


def test_settings_override_one_another(configured: Callable[..., None]) -> None:
    """The user's file beats the machine's, [install] beats [global], a variable beats both."""
    configured(
        "[global]\nindex-url = one\ncert = one.pem\nproxy = one\n",
        "[install]\nindex_url = two\n[global]\nindex-url = lost\nproxy = two\n",
    )
    settings = fetch_pip.pip_settings({"PIP_PROXY": "three", "PIP_CERT": ""})
    assert settings == {"index-url": "two", "cert": "one.pem", "proxy": "three"}


def test_a_broken_configuration_is_left_to_pip(configured: Callable[..., None]) -> None:
    """A file that is no configuration does not end the set-up with a traceback."""
    configured("no section\n", "[global]\nproxy = two\n")
    assert fetch_pip.pip_settings({}) == {"proxy": "two"}


def test_the_user_is_stronger_than_the_machine() -> None:
    """The files come in pip's order: the machine's, the user's old and new one, the named one."""
    environ = {"HOME": "/home/a", "XDG_CONFIG_DIRS": "/x:/y", "PIP_CONFIG_FILE": "/named"}
    found = [str(path) for path in fetch_pip.config_files(environ)]
    assert found[:5] == [
        "/x/pip/pip.conf",
        "/y/pip/pip.conf",
        "/etc/pip.conf",
        "/home/a/.pip/pip.conf",
        "/home/a/.config/pip/pip.conf",
    ]
    assert found[-1] == "/named"


def test_the_null_device_turns_configuration_off() -> None:
    """PIP_CONFIG_FILE=/dev/null means no configuration at all, as pip documents."""
    assert list(fetch_pip.config_files({"PIP_CONFIG_FILE": "/dev/null", "HOME": "/home/a"})) == []


def test_pip_gets_ways_but_no_wishes(tmp_path: Path) -> None:
    """Of pip's variables only those pass that say where to fetch; a missing bundle is dropped."""
    bundle = tmp_path / "authorities.pem"
    bundle.touch()
    environ = {
        "PATH": "/bin",
        "PIP_INDEX_URL": "https://index.example/simple",
        "PIP_TARGET": "/elsewhere",
        "PIP_USER": "1",
        "PIP_CERT": str(tmp_path / "gone.pem"),
        "SSL_CERT_FILE": str(bundle),
    }
    assert fetch_pip.pip_environ(environ) == {
        name: environ[name] for name in ("PATH", "PIP_INDEX_URL", "SSL_CERT_FILE")
    }


def test_the_bundle_is_the_one_that_pip_takes(tmp_path: Path) -> None:
    """`cert` wins over the variables of requests, and a file that is not there is passed over."""
    one, two = tmp_path / "one.pem", tmp_path / "two.pem"
    one.touch()
    two.touch()
    assert fetch_pip.bundle({"cert": str(one)}, {"CURL_CA_BUNDLE": str(two)}) == str(one)
    assert fetch_pip.bundle({"cert": "gone"}, {"CURL_CA_BUNDLE": str(two)}) == str(two)
    assert fetch_pip.bundle({}, {}) is None
