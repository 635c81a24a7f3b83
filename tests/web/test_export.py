"""Writing the site into a folder."""

from collections.abc import Iterable
from pathlib import Path

import pytest

import content
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.errors import UsageError
from toolcrib.model.catalog import Catalog
from toolcrib.web.build import Build
from toolcrib.web.export import export
from toolcrib.web.site import File

HOSTILE = '<script>alert("1")</script>'


def _site(catalog: Catalog, folder: Path) -> Iterable[File]:
    compile_bundle(catalog, {}, folder / "bundle.sqlite")
    return Build(Bundle(str(folder / "bundle.sqlite"))).files()


def test_second_time_nothing(tmp_path: Path) -> None:
    """What did not change is not written again."""
    first = export(_site(content.small(), tmp_path), tmp_path / "site")
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*.html")}
    second = export(_site(content.small(), tmp_path), tmp_path / "site")
    assert first.written == first.files == second.files
    assert (second.written, second.removed) == (0, 0)
    assert stamps == {path: path.stat().st_mtime_ns for path in stamps}


def test_only_what_changed(tmp_path: Path) -> None:
    """A module that changes has its own pages written again, and those that list it."""
    export(_site(content.small(), tmp_path), tmp_path / "site")
    catalog = content.small()
    module = content.module(content.JSON, purpose="Do JSON anew.")
    changed = content.catalog(
        [*(m for m in catalog.modules.values() if m.id != content.JSON), module],
        list(catalog.tasks.values()),
        files=catalog.files,
        collections=catalog.collections,
        traps=catalog.traps,
    )
    done = export(_site(changed, tmp_path), tmp_path / "site")
    assert 0 < done.written < done.files / 2
    page = tmp_path / "site/module/std/json/index.html"
    assert "Do JSON anew." in page.read_text(encoding="utf-8")


def test_cut_is_written_again(tmp_path: Path) -> None:
    """A file that somebody else has cut or removed is written again, and no other."""
    export(_site(content.small(), tmp_path), tmp_path / "site")
    cut, gone = tmp_path / "site/index.html", tmp_path / "site/compare/index.html"
    whole = cut.read_bytes(), gone.read_bytes()
    cut.write_bytes(whole[0][:100])
    gone.unlink()
    assert export(_site(content.small(), tmp_path), tmp_path / "site").written == 2
    assert (cut.read_bytes(), gone.read_bytes()) == whole


def test_record_of_earlier_versions(tmp_path: Path) -> None:
    """A folder that a version without sizes has written is taken over, and what is gone goes."""
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "old.html").write_text("gone")
    (folder / ".toolcrib-site.json").write_text('{"old.html": "0123"}')
    done = export(_site(content.small(), tmp_path), folder)
    assert (done.written, done.removed) == (done.files, 1)
    assert not (folder / "old.html").exists()


def test_gone_is_removed(tmp_path: Path) -> None:
    """The page of a module that is no more goes, and a file of somebody else stays."""
    export(_site(content.small(), tmp_path), tmp_path / "site")
    (tmp_path / "site/CNAME").write_text("example.org")
    one = content.catalog([content.module(content.JSON)], [])
    done = export(_site(one, tmp_path), tmp_path / "site")
    assert done.removed
    assert not (tmp_path / "site/module/pypi").exists()
    assert (tmp_path / "site/module/std/json/index.html").is_file()
    assert (tmp_path / "site/CNAME").read_text() == "example.org"


def test_strange_folder(tmp_path: Path) -> None:
    """A folder with something else in it is left alone."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.txt").write_text("years of work")
    site = _site(content.small(), tmp_path)
    with pytest.raises(UsageError, match="not empty"):
        export(site, tmp_path / "mine")
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["thesis.txt"]


def test_hostile_content_stays_text(tmp_path: Path) -> None:
    """Whatever names, purposes, programs and outputs hold, it is shown and does nothing."""
    module = content.module(
        content.YAML,
        name=HOSTILE,
        purpose=HOSTILE,
        use_cases=(HOSTILE,),
        not_for=HOSTILE,
        pitfall=HOSTILE,
        imports=(HOSTILE,),
    )
    done = content.solution(content.YAML, f"print({HOSTILE!r})", HOSTILE, doc=HOSTILE)
    task = content.task("say-it", done, title=HOSTILE)
    files = {"say-it": content.TaskFiles(expected=HOSTILE, inputs={"a.html": HOSTILE.encode()})}
    export(_site(content.catalog([module], [task], files=files), tmp_path), tmp_path / "site")
    pages = list((tmp_path / "site").rglob("*.html"))
    shown = [page for page in pages if "alert" in page.read_text(encoding="utf-8")]
    assert len(shown) > 5
    assert [page for page in pages if "<script>" in page.read_text(encoding="utf-8")] == []
