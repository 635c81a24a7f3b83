"""The list of files of a remote archive, from a server on this machine that counts."""

import io
import struct
import tarfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexes import Index
from toolcrib.errors import NetworkError
from toolcrib.model.published import File, Listing
from toolcrib.net.archive import fetch_listing
from toolcrib.net.session import Session
from toolcrib.net.settings import IndexSettings

METADATA = "Metadata-Version: 2.4\nName: thing\nSummary: Do things.\n\nLong words.\n"
DECLARED = "Metadata-Version: 2.5\nName: thing\nImport-Name: other\n\n"


@pytest.fixture
def index() -> Iterator[Index]:
    """Give an index of one's own."""
    server = Index()
    yield server
    server.close()


def wheel(files: dict[str, str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a wheel with these files."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for path, text in files.items():
            archive.writestr(path, text)
    return data.getvalue()


def listing(
    index: Index,
    folder: Path,
    data: bytes,
    name: str = "thing-1.0-py3-none-any.whl",
    beside: str = "",
) -> Listing:
    """Put a file on the server and list it."""
    index.archive("thing", name, data, beside)
    url = index.url.replace("/simple", f"/files/{name}")
    file = File(name=name, url=url, metadata=bool(beside))
    return fetch_listing(file, Session(IndexSettings(cache=folder, url=index.url, back_off=0.0)))


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_one_request_lists_a_small_wheel(index: Index, tmp_path: Path, method: int):
    """Its list, its metadata and the texts that tell come together."""
    files = {
        "thing/__init__.py": "",
        "thing.pth": "more\n",
        "thing-1.0.dist-info/METADATA": METADATA,
        "thing-1.0.dist-info/top_level.txt": "thing\n",
    }
    found = listing(index, tmp_path, wheel(files, method))
    assert found.sizes == {path: len(text) for path, text in files.items()}
    assert found.metadata == METADATA
    assert found.texts["thing.pth"] == "more\n"
    assert len(index.asked) == 1


def test_metadata_that_declares_imports_says_all(index: Index, tmp_path: Path):
    """Then the wheel itself is not asked for (PEP 794)."""
    found = listing(index, tmp_path, wheel({"thing.py": ""}), beside=DECLARED)
    assert (found.sizes, found.metadata) == ({}, DECLARED)
    assert [path for path, _ in index.asked] == ["/files/thing-1.0-py3-none-any.whl.metadata"]


def test_a_large_wheel_is_not_fetched(index: Index, tmp_path: Path):
    """Of megabytes some kilobytes come: the end, and METADATA where it lies elsewhere."""
    files = {
        "thing-1.0.dist-info/METADATA": METADATA,
        "thing/__init__.py": "",
        "thing/data.bin": "".join(map(str, range(500_000))),
    }
    found = listing(index, tmp_path, wheel(files, zipfile.ZIP_STORED))
    assert (set(found.sizes), found.metadata) == (set(files), METADATA)
    assert len(index.asked) == 2
    assert index.sent < 40_000


def test_a_long_list_takes_one_request_more(index: Index, tmp_path: Path):
    """What the tail lacks is asked for exactly."""
    files = {f"thing/module_{number:05}.py": "" for number in range(3000)}
    assert set(listing(index, tmp_path, wheel(files)).sizes) == set(files)
    assert len(index.asked) == 2


def test_a_server_without_ranges_sends_a_small_file_whole(index: Index, tmp_path: Path):
    """What ignores the header is taken in whole, within bounds."""
    index.ranges = False
    assert "thing.py" in listing(index, tmp_path, wheel({"thing.py": ""})).sizes


def test_an_index_on_disk_is_read_there(tmp_path: Path):
    """The same for an address of this machine."""
    path = tmp_path / "thing-1.0-py3-none-any.whl"
    path.write_bytes(wheel({"thing.py": "", "thing-1.0.dist-info/METADATA": METADATA}))
    session = Session(IndexSettings(cache=tmp_path, url=f"file://{tmp_path}"))
    found = fetch_listing(File(name=path.name, url=path.as_uri()), session)
    assert ("thing.py" in found.sizes, found.metadata) == (True, METADATA)


def sdist(files: dict[str, bytes]) -> bytes:
    """Return a compressed tar file with these members."""
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w:gz") as archive:
        for path, text in files.items():
            member = tarfile.TarInfo(path)
            member.size = len(text)
            archive.addfile(member, io.BytesIO(text))
    return data.getvalue()


def test_of_an_sdist_the_beginning_is_read(index: Index, tmp_path: Path):
    """Paths and PKG-INFO, and that there is more."""
    noise = struct.pack("<50000d", *(number**0.5 for number in range(50_000)))
    files = {
        "thing-1.0/PKG-INFO": METADATA.encode(),
        "thing-1.0/thing/__init__.py": b"",
        "thing-1.0/thing/data.bin": noise,
        "thing-1.0/zzz.py": b"",
    }
    found = listing(index, tmp_path, sdist(files), "thing-1.0.tar.gz")
    assert "thing-1.0/thing/__init__.py" in found.sizes
    assert "thing-1.0/zzz.py" not in found.sizes
    assert (found.metadata, found.complete) == (METADATA, False)
    assert index.sent <= 48 * 1024


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x05\x06",
        b"<html>not found</html>" * 50,
        wheel({"thing.py": "x"})[:-10],
        b"PK\x05\x06" + b"\xff" * 18,
        b"PK\x05\x06\0\0\0\0\x01\0\x01\0" + struct.pack("<LL", 0x7FFFFFFF, 0) + b"\0\0",
        b"PK\x06\x07" + b"\xff" * 16 + b"PK\x05\x06" + b"\xff" * 18,
    ],
)
def test_what_is_no_archive_is_told(index: Index, tmp_path: Path, data: bytes):
    """Whatever sizes it claims, it costs no memory and ends in a sentence."""
    with pytest.raises(NetworkError):
        listing(index, tmp_path, data)
    with pytest.raises(NetworkError):
        listing(index, tmp_path, data, "thing-1.0.tar.gz")


@given(st.binary(max_size=400), st.integers(0, 300))
def test_no_archive_makes_it_stumble(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int
):
    """A wheel with some bytes overwritten is listed or told to be broken."""
    data = bytearray(wheel({"thing.py": "x", "thing-1.0.dist-info/METADATA": METADATA}))
    data[at : at + len(noise)] = noise
    path = tmp_path_factory.getbasetemp() / "broken-1.0-py3-none-any.whl"
    path.write_bytes(bytes(data))
    session = Session(IndexSettings(cache=path.parent, url=path.parent.as_uri()))
    with suppress(NetworkError):
        assert fetch_listing(File(name=path.name, url=path.as_uri()), session).complete
