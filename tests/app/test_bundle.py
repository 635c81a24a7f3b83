"""Which bundle is opened, and when it is made anew."""

import subprocess
import sys
from pathlib import Path

import pytest

import content
from small import write_catalog
from toolcrib.app import bundle as app_bundle
from toolcrib.app.bundle import bundle_path, open_bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.errors import ContentError, ToolcribError, UsageError

SHOUT = {"shout": ("string", "print('HELLO')\n", "HELLO\n")}


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a cache of its own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("TOOLCRIB_CACHE", str(folder))
    return folder


@pytest.fixture
def installed(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> Path:  # noqa: ARG001 -- a cache of its own too
    """Pretend to be installed with the small catalog, and return where its bundle lies."""
    path = tmp_path / "package/bundle.sqlite"
    compile_bundle(content.small(), {}, path)
    monkeypatch.setattr(app_bundle, "checkout_path", lambda: None)
    monkeypatch.setattr(app_bundle, "packaged_path", lambda: str(path))
    return path


def bundles(cache: Path) -> list[str]:
    """Return what lies in the cache of bundles, beside what is kept for the next ones."""
    names = sorted(path.name for path in (cache / "bundles").iterdir())
    return [name for name in names if not name.endswith(".kept")]


def test_an_installed_toolcrib_answers_from_its_own_bundle(installed: Path, cache: Path):
    """Nothing is compiled, and nothing written."""
    with open_bundle() as bundle:
        assert bundle.task("check-a-port") is not None
    assert installed.exists()
    assert not cache.exists()


def test_a_user_catalog_comes_after_the_built_in_one(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """Its tasks stand beside those of the package, receipts and all; it overrides by id."""
    assert installed.exists()
    folder = write_catalog(tmp_path, SHOUT)
    (folder / "modules/std/json.toml").write_text(
        'name = "json"\npurpose = "Ours."\ncategories = ["text"]\n'
    )
    monkeypatch.setenv("TOOLCRIB_CATALOGS", str(folder))
    with open_bundle() as bundle:
        assert bundle.task("shout") is not None
        assert bundle.task("check-a-port") is not None
        assert bundle.entry("std:json") == ("json", "Ours.")


def test_words_mean_the_same_beside_a_user_catalog(cache: Path, installed: Path, tmp_path: Path):
    """A joined bundle keeps the vectors of the built-in one; those of a user are added to them."""
    ours = {"yaml": content.vector(7), "json": content.vector(0, 7)}
    compile_bundle(content.small(), {}, installed, vectors=ours)
    folder = write_catalog(tmp_path, SHOUT)
    with open_bundle([str(folder)]) as bundle:
        assert bundle.packed_vectors() == ours
        assert max(bundle.matrix("documents").nearness((127, *(0,) * 47))) == 100
    theirs = content.vector(0, 0, 7)
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts/vectors.txt").write_text(f"shout\t{theirs.hex()}\n")
    with open_bundle([str(folder)]) as bundle:
        assert bundle.packed_vectors() == ours | {"shout": theirs}
    assert len(bundles(cache)) == 1


def test_a_bundle_is_made_once(installed: Path, cache: Path, tmp_path: Path):
    """Unchanged content is not compiled again."""
    assert installed.exists()
    folder = str(write_catalog(tmp_path, SHOUT))
    open_bundle([folder]).close()
    (name,) = bundles(cache)
    before = (cache / "bundles" / name).stat().st_ino
    open_bundle([folder]).close()
    assert (cache / "bundles" / name).stat().st_ino == before


@pytest.mark.parametrize(
    "change", ["catalog/tasks/shout/expected.txt", "catalog/modules/std/new.toml", "receipts/x.txt"]
)
def test_changed_content_is_compiled_anew(
    installed: Path, cache: Path, tmp_path: Path, change: str
):
    """A file of the catalog or a receipt that changes makes a new bundle; the old one goes."""
    assert installed.exists()
    folder = str(write_catalog(tmp_path, SHOUT))
    open_bundle([folder]).close()
    (before,) = bundles(cache)
    path = tmp_path / change
    path.parent.mkdir(exist_ok=True)
    path.write_text('name = "new"\npurpose = "It does."\ncategories = []\n')
    open_bundle([folder]).close()
    (after,) = bundles(cache)
    assert after != before


def test_bundles_of_other_catalogs_are_left_alone(installed: Path, cache: Path, tmp_path: Path):
    """Who works on two catalogs does not compile at every change between them."""
    assert installed.exists()
    for name in ("one", "other"):
        open_bundle([str(write_catalog(tmp_path / name, SHOUT))]).close()
    assert len(bundles(cache)) == 2


def test_a_bundle_that_vanishes_is_made_again(installed: Path, cache: Path, tmp_path: Path):
    """Another process may take an outdated bundle away at any time."""
    assert installed.exists()
    folder = str(write_catalog(tmp_path, SHOUT))
    open_bundle([folder]).close()
    (name,) = bundles(cache)
    (cache / "bundles" / name).unlink()
    with open_bundle([folder]) as bundle:
        assert bundle.task("shout") is not None


def test_two_processes_make_one_bundle(installed: Path, cache: Path, tmp_path: Path):
    """Both get an answer, and no draft is left."""
    assert installed.exists()
    folder = str(write_catalog(tmp_path, SHOUT))
    code = (
        "import sys; from toolcrib.app import bundle as b; b.checkout_path = lambda: None;"
        f"b.packaged_path = lambda: {str(installed)!r};"
        f"print(b.open_bundle([{folder!r}]).task('shout').title)"
    )
    command = [sys.executable, "-c", code]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0] for process in running] == ["Do shout\n"] * 2
    assert len(bundles(cache)) == 1


def test_the_name_of_a_bundle_says_what_it_is_made_of(cache: Path, tmp_path: Path):
    """The same content in the same place has one name; a picture or bytecode changes nothing."""
    folder = write_catalog(tmp_path, SHOUT)
    name = bundle_path([str(folder)])
    assert name.startswith(str(cache))
    (folder / "picture.png").touch()
    assert bundle_path([str(folder)]) == name
    (folder / "catalog.toml").write_text('name = "another"\n')
    assert bundle_path([str(folder)]) != name


def test_a_link_that_leads_nowhere_is_no_fault(installed: Path, tmp_path: Path):
    """The lock file that an editor puts beside a file that is being changed breaks no command."""
    assert installed.exists()
    folder = write_catalog(tmp_path, SHOUT)
    (folder / "modules/std/.#json.toml").symlink_to("somebody@somewhere.1234")
    (folder / "tasks/loop").symlink_to(folder / "tasks")
    assert bundle_path([str(folder)]) == bundle_path([str(folder)])
    (folder / "tasks/loop").unlink()
    with open_bundle([str(folder)]) as bundle:
        assert bundle.task("shout") is not None


def test_a_folder_without_a_catalog_is_said_to_be_none(installed: Path, tmp_path: Path):
    """The fault names the folder."""
    assert installed.exists()
    with pytest.raises(UsageError, match="is no catalog"):
        open_bundle([str(tmp_path)])


def test_broken_content_is_shown_with_its_place(installed: Path, tmp_path: Path):
    """Who breaks a file is told which, and where."""
    assert installed.exists()
    folder = write_catalog(tmp_path, SHOUT)
    (folder / "categories.toml").write_text("[text\n")
    with pytest.raises(ContentError, match=r"categories\.toml:1"):
        open_bundle([str(folder)])


def test_a_cache_that_cannot_be_written_is_a_fault(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    """The hint says which setting mends it."""
    assert installed.exists()
    (tmp_path / "file").touch()
    monkeypatch.setenv("TOOLCRIB_CACHE", str(tmp_path / "file"))
    with pytest.raises(ToolcribError, match="cannot write") as fault:
        open_bundle([str(write_catalog(tmp_path, SHOUT))])
    assert "TOOLCRIB_CACHE" in fault.value.hint


def test_an_installation_without_a_bundle_is_a_fault(monkeypatch: pytest.MonkeyPatch):
    """A package that was put together by hand says what it lacks."""
    monkeypatch.setattr(app_bundle, "checkout_path", lambda: None)
    with pytest.raises(ToolcribError, match="no bundle"):
        open_bundle()
