"""What is kept from one bundle to the next, and that nobody can tell from the bundle."""

import itertools
import json
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from small import write_catalog
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.exported import read_exported
from toolcrib.catalog.folder import read_catalog
from toolcrib.catalog.kept import Kept
from toolcrib.catalog.postings import index
from toolcrib.catalog.receipts import read_receipts, read_versions
from toolcrib.catalog.vectors import SIZE, read_vectors
from toolcrib.catalog.words import stem
from toolcrib.errors import ContentError

WORDS = (
    "read",
    "reads",
    "XML",
    "élan",
    "table",
    "parseTable",
    "to_csv",
    "of",
    "7",
    "naïve",
    "e-mail",
)
NAMES = ("string", "json", "csv")
_PACKAGES = '[[packages]]\nname = "{0}"\nversion = "1.{1}"\nhashes = []\n'


def _compiled(root: Path, bundle: Path, kept: Kept) -> bytes:
    """Return the bundle of all content below a folder."""
    compile_bundle(
        read_catalog(root / "catalog", kept),
        read_receipts(root / "receipts"),
        bundle,
        attributes={"dumps": "json", "reader": "csv"},
        exported=read_exported(root / "facts"),
        versions=read_versions(root / "receipts", kept),
        vectors=read_vectors(root / "facts"),
        kept=kept,
    )
    kept.write(str(bundle))
    return bundle.read_bytes()


def _said(chance: random.Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 6)))


def _module(root: Path, chance: random.Random) -> None:
    name = chance.choice(NAMES)
    phrases = json.dumps([_said(chance) for _ in range(chance.randint(0, 3))])
    text = f'name = "{name}"\npurpose = "{_said(chance)}"\ncategories = ["text"]\n'
    path = root / f"catalog/modules/std/{name}.toml"
    path.write_text(f"{text}[phrases]\nen = {phrases}\n")


def _task(root: Path, chance: random.Random) -> None:
    name = f"task-{chance.randint(1, 3)}"
    module = chance.choice(NAMES)
    folder = root / "catalog/tasks" / name
    folder.mkdir(exist_ok=True)
    (folder / "task.toml").write_text(f'title = "{_said(chance)}"\ncategory = "text"\n')
    (folder / "expected.txt").write_text(f"{chance.random()}\n")
    header = (
        f'# /// script\n# dependencies = []\n# [tool.toolcrib]\n# module = "std:{module}"\n# ///\n'
    )
    code = f'"""Does {_said(chance)}."""\nimport {module}\n{module}.{chance.choice(NAMES)}Table()\n'
    (folder / f"with_{module}.py").write_text(header + code)


def _input(root: Path, chance: random.Random) -> None:
    for folder in (root / "catalog/tasks").iterdir():
        (folder / "input").mkdir(exist_ok=True)
        (folder / f"input/{chance.randint(1, 2)}.txt").write_text(_said(chance))


def _removed(root: Path, chance: random.Random) -> None:
    if tasks := sorted((root / "catalog/tasks").iterdir()):
        shutil.rmtree(chance.choice(tasks))


def _synonyms(root: Path, chance: random.Random) -> None:
    text = f'[stop]\nen = "{chance.choice(WORDS)}"\n[generic]\nen = "{chance.choice(WORDS)}"\n'
    (root / "catalog/synonyms.toml").write_text(text)


def _language(root: Path, chance: random.Random) -> None:
    titles = [path.read_text().split('"')[1] for path in root.glob("catalog/tasks/*/task.toml")]
    entries = "".join(f'msgid "{t}"\nmsgstr "{_said(chance)}"\n\n' for t in dict.fromkeys(titles))
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (root / "catalog/languages").mkdir(exist_ok=True)
    (root / "catalog/languages/fr.po").write_text(header + entries)


def _exported(root: Path, chance: random.Random) -> None:
    name = chance.choice(NAMES)
    path = root / f"facts/exported/std/{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    names = {name: chance.choices(WORDS, k=3), f"{name}.more": chance.choices(WORDS, k=2)}
    facts = {"module": f"std:{name}", "version": "3.14", "python": "3.14", "names": names}
    path.write_text(json.dumps(facts))


def _lock(root: Path, chance: random.Random) -> None:
    path = root / f"receipts/locks/{chance.randint(10, 12)}.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    packages = _PACKAGES.format("some", chance.randint(0, 9))
    path.write_text(f'python = "3.12"\nplatform = "linux-x86_64"\nrequirements = []\n{packages}')


def _vectors(root: Path, chance: random.Random) -> None:
    (root / "facts").mkdir(exist_ok=True)
    terms = [*map(stem, chance.sample(WORDS, k=chance.randint(0, 4))), "~00"]
    lines = [f"{term}\t{''.join(chance.choices('123456789abcdef', k=SIZE))}\n" for term in terms]
    (root / "facts/vectors.txt").write_text("".join(lines), "utf-8")


EDITS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(_module, _module, _task, _task, _input, _removed),
    *(_synonyms, _language, _exported, _exported, _lock, _vectors),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a folder with a catalog of one task."""
    write_catalog(tmp_path, {"task-1": ("string", "print('HELLO')\n", "HELLO\n")})
    return tmp_path


@pytest.mark.parametrize("seed", range(8))
def test_a_bundle_is_the_same_whatever_was_kept(root: Path, seed: int):
    """After each of many edits it is, byte for byte, that of a build from nothing."""
    chance = random.Random(seed)  # noqa: S311 -- the same edits at every run
    different = set()
    for _ in range(12):
        for edit in chance.choices(EDITS, k=chance.randint(1, 3)):
            edit(root, chance)
        again = _compiled(root, root / "again", Kept(str(root / "kept"), "code"))
        assert again == _compiled(root, root / "whole", Kept())
        different.add(again)
    assert len(different) > len(EDITS) / 2


def test_what_has_not_changed_is_not_read_again(root: Path):
    """A file is read once while its time of change and its size stay the same."""
    path = root / "catalog/modules/std/string.toml"
    read: list[int] = []
    for value in (1, 2):
        kept = Kept(str(root / "kept"), "code")
        found = kept.of_file("some", int, path, lambda value=value: read.append(value) or value)
        kept.write()
        assert found == 1
    path.write_text("longer" * 100)
    assert Kept(str(root / "kept"), "code").of_file("some", int, path, lambda: 3) == 3
    assert read == [1]


def test_what_is_kept_and_damaged_counts_as_nothing(root: Path):
    """Bits that flipped, half a file, another author, other kinds of values: all is made anew."""
    path = root / "kept"
    whole = _compiled(root, root / "again", Kept(str(path), "code"))
    good = path.read_bytes()
    flipped = bytes((*good[:200], good[200] ^ 1, *good[201:]))
    for damaged in (flipped, good[: len(good) // 2], b"", b"\0\0\0\0", b"junk"):
        path.write_bytes(damaged)
        assert _compiled(root, root / "again", Kept(str(path), "code")) == whole
        assert path.read_bytes() == good
    kept = Kept(str(path), "other code")
    assert not kept.section("modules", object).before
    kept = Kept(str(path), "code")
    assert not kept.section("modules", int).before
    assert not kept.section("documents", object).before
    assert not kept.bundle


def test_only_terms_that_a_change_affects_are_made_anew(root: Path):
    """The others are taken over from the last bundle, if it is the one that they were kept with."""
    path, bundle = root / "kept", root / "bundle"
    _compiled(root, bundle, Kept(str(path), "code"))
    with Bundle(str(bundle)) as opened:
        last = opened.meta("terms")
    module = root / "catalog/modules/std/string.toml"
    module.write_text('name = "string"\npurpose = "Walrus."\ncategories = []\n')
    kept = Kept(str(path), "code")
    catalog = read_catalog(root / "catalog", kept)
    found = index(catalog, kept=kept, last=last)
    names = {term.name for term in index(catalog).terms}
    assert found.since is not None
    assert "walrus" in {term.name for term in found.terms} <= found.since.affected
    assert 0 < len(found.terms) < len(names)
    for other in ("", "of another bundle"):
        kept = Kept(str(path), "code")
        found = index(read_catalog(root / "catalog", kept), kept=kept, last=other)
        assert found.since is None
        assert {term.name for term in found.terms} == names


def test_what_words_mean_is_not_kept_when_that_changes(root: Path):
    """The directions of all documents are made anew, though no text of theirs has changed."""
    path, seen = root / "kept", set()
    (root / "facts").mkdir()
    for digit in "1ff9":
        (root / "facts/vectors.txt").write_text(f"string\t{digit * SIZE}\n")
        again = _compiled(root, root / "again", Kept(str(path), "code"))
        assert again == _compiled(root, root / "whole", Kept())
        with Bundle(str(root / "again")) as bundle:
            assert bundle.packed_vectors() == {"string": bytes.fromhex(digit * SIZE)}
            seen.add(tuple(bundle.matrix("documents").nearness((1,) * SIZE)))
    assert len(seen) == 2


def test_what_comes_or_goes_moves_the_others(root: Path):
    """Terms are not made anew because their documents have other numbers, and are rarer."""
    path, bundle = root / "kept", root / "bundle"
    added = root / "catalog/modules/std/aaa.toml"
    for change in (
        lambda: added.write_text('name = "aaa"\npurpose = "Walrus."\ncategories = []\n'),
        added.unlink,
    ):
        _compiled(root, bundle, Kept(str(path), "code"))
        with Bundle(str(bundle)) as opened:
            last = opened.meta("terms")
        change()
        kept = Kept(str(path), "code")
        found = index(read_catalog(root / "catalog", kept), kept=kept, last=last)
        assert found.since is not None
        assert found.since.moved is not None
        assert found.since.moved != tuple(range(len(found.since.moved)))
        assert {"walrus", "aaa"} <= found.since.affected
        assert _compiled(root, bundle, Kept(str(path), "code")) == _compiled(
            root, root / "whole", Kept()
        )


@pytest.mark.parametrize("damage", ["gone", "short", "junk", "of another"])
def test_a_last_bundle_that_is_damaged_is_not_taken_from(root: Path, damage: str):
    """It may have been removed, cut off, overwritten, or replaced by one of other content."""
    path, bundle = root / "kept", root / "bundle"
    _compiled(root, bundle, Kept(str(path), "code"))
    module = root / "catalog/modules/std/string.toml"
    good = bundle.read_bytes()
    if damage == "gone":
        bundle.unlink()
    elif damage == "of another":
        module.write_text('name = "string"\npurpose = "Badger."\ncategories = []\n')
        _compiled(root, bundle, Kept())
    else:
        bundle.write_bytes(good[: len(good) // 2] if damage == "short" else b"junk" * 4096)
    module.write_text('name = "string"\npurpose = "Walrus."\ncategories = []\n')
    again = _compiled(root, root / "again", Kept(str(path), "code"))
    assert again == _compiled(root, root / "whole", Kept())


def test_what_went_is_not_kept(root: Path):
    """The file holds what the last bundle was made of, and grows no further."""
    path = root / "kept"
    sizes = []
    for number in itertools.chain(range(3), range(3)):
        (root / "catalog/modules/std/string.toml").write_text(
            f'name = "string"\npurpose = "Of number {number}."\ncategories = []\n'
        )
        _compiled(root, root / "bundle", Kept(str(path), "code"))
        sizes.append(path.stat().st_size)
    assert len(set(sizes)) == 1


def test_nothing_is_kept_of_what_cannot_be_read(root: Path):
    """A faulty file is an error at every build, and none once it is put right."""
    path, kept = root / "catalog/modules/std/string.toml", str(root / "kept")
    good = path.read_text()
    whole = _compiled(root, root / "bundle", Kept(kept, "code"))
    for _ in range(2):
        path.write_text(f"{good}faulty")
        with pytest.raises(ContentError, match=r"string\.toml"):
            _compiled(root, root / "bundle", Kept(kept, "code"))
    path.write_text(good)
    assert _compiled(root, root / "bundle", Kept(kept, "code")) == whole
