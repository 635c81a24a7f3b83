"""A site that is made anew in part: the same files as one that is made of nothing."""

import random
import tempfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import content
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.model.catalog import Catalog
from toolcrib.model.identity import State, Trap
from toolcrib.model.module import Category, Collection, Heading, ModuleId
from toolcrib.model.receipt import Receipt
from toolcrib.model.task import Preference
from toolcrib.web.browser import Browser
from toolcrib.web.build import Build
from toolcrib.web.export import Written, export
from toolcrib.web.memory import memory_of
from toolcrib.web.pyodide import Pyodide

URL = "https://example.org/crib/"
RECORD = ".toolcrib-site.json"


class Content:
    """A catalog with receipts, and what of its programs runs in the reader's browser."""

    def __init__(self) -> None:
        """Begin with the small catalog."""
        self.catalog = content.small()
        self.passed: set[str] = set()
        self.browser = Browser()

    def receipts(self) -> dict[ModuleId, tuple[Receipt, ...]]:
        """Return the receipts of the tasks that passed."""
        found: dict[ModuleId, tuple[Receipt, ...]] = {}
        for name in sorted(self.passed & set(self.catalog.tasks)):
            task = self.catalog.tasks[name]
            for done in task.solutions:
                runs = (
                    {},
                    {"blocked": True, "outcome": content.Outcome.FAILED, "reason": content.BARRED},
                )
                made = (
                    content.receipt(task, done.file, self.catalog.files[name], **run)
                    for run in runs
                )
                found[done.module] = (*found.get(done.module, ()), *made)
        return found

    def bundle(self, folder: Path) -> Bundle:
        """Compile it and open what came of it."""
        path = folder / "bundle.sqlite"
        path.unlink(missing_ok=True)
        compile_bundle(self.catalog, self.receipts(), path)
        return Bundle(str(path))


def _replaced(catalog: Catalog, **more: object) -> Catalog:
    return msgspec.structs.replace(catalog, **more)


def _purpose(state: Content, dice: random.Random) -> None:
    id_ = dice.choice(sorted(state.catalog.modules))
    module = state.catalog.modules[id_]
    changed = msgspec.structs.replace(module, purpose=f"Do it {dice.randrange(100)} times.")
    state.catalog = _replaced(state.catalog, modules={**state.catalog.modules, id_: changed})


def _alternative(state: Content, dice: random.Random) -> None:
    id_, other = dice.choices(sorted(state.catalog.modules), k=2)
    module = state.catalog.modules[id_]
    changed = msgspec.structs.replace(module, alternatives=(other, "std:tomllib"))
    state.catalog = _replaced(state.catalog, modules={**state.catalog.modules, id_: changed})


def _new_module(state: Content, dice: random.Random) -> None:
    id_ = ModuleId(f"pypi:made-{dice.randrange(5)}")
    made = content.module(id_, imports=(f"made{dice.randrange(3)}",), categories=("network",))
    state.catalog = _replaced(state.catalog, modules={**state.catalog.modules, id_: made})


def _no_module(state: Content, dice: random.Random) -> None:
    used = {solution.module for t in state.catalog.tasks.values() for solution in t.solutions}
    free = sorted(set(state.catalog.modules) - used)
    if free:
        left = {**state.catalog.modules}
        del left[dice.choice(free)]
        state.catalog = _replaced(state.catalog, modules=left)


def _title(state: Content, dice: random.Random) -> None:
    id_ = dice.choice(sorted(state.catalog.tasks))
    task = state.catalog.tasks[id_]
    prefer = Preference(id=task.solutions[-1].module, why=f"because {dice.randrange(9)}")
    changed = msgspec.structs.replace(task, title=f"Do {dice.randrange(9)}", prefer=prefer)
    state.catalog = _replaced(state.catalog, tasks={**state.catalog.tasks, id_: changed})


def _no_task(state: Content, dice: random.Random) -> None:
    if len(state.catalog.tasks) > 1:
        left = {**state.catalog.tasks}
        del left[dice.choice(sorted(left))]
        state.catalog = _replaced(state.catalog, tasks=left)


def _trap(state: Content, dice: random.Random) -> None:
    means = (dice.choice(sorted(state.catalog.modules)),)
    name = f"py-{dice.choice('abc')}"
    made = Trap(name=name, state=State.BRAND, why=f"{dice.random()}", source="-", means=means)
    kept = tuple(trap for trap in state.catalog.traps if trap.name != name)
    state.catalog = _replaced(state.catalog, traps=(*kept, made))


def _collection(state: Content, dice: random.Random) -> None:
    some = dice.sample(sorted(state.catalog.modules), k=2)
    made = Collection(
        id="shelf",
        title=f"Shelf {dice.randrange(3)}",
        headings=(Heading(title="All", modules=(*some, ModuleId("std:no-entry"))),),
    )
    kept = tuple(each for each in state.catalog.collections if each.id != "shelf")
    state.catalog = _replaced(state.catalog, collections=(*kept, made))


def _category(state: Content, dice: random.Random) -> None:
    first, *others = state.catalog.categories
    changed = Category(key=first.key, title=f"Data {dice.randrange(3)}")
    state.catalog = _replaced(state.catalog, categories=(changed, *others))


def _translation(state: Content, dice: random.Random) -> None:
    texts = ["Networking", "Pitfall", "Do it 1 times.", "Modules", "comes with Python", "Copy"]
    french = {**state.catalog.translations["fr"]}
    text = dice.choice(texts)
    if french.pop(text, None) is None:
        # The same as the English is no missing translation.
        french[text] = dice.choice([text, f"fr {text}"])
    state.catalog = _replaced(state.catalog, translations={"fr": french})


def _run(state: Content, dice: random.Random) -> None:
    state.passed ^= {dice.choice(sorted(state.catalog.tasks))}


def _in_browser(state: Content, dice: random.Random) -> None:
    task = state.catalog.tasks[dice.choice(sorted(state.catalog.tasks))]
    files = (task.solutions[0].file,)
    python = Pyodide(address="https://example.net/pyodide/", python="3.14", abi="2026_0")
    there = Browser(python=python, programs={task.id: files})
    state.browser = Browser() if state.browser.programs else there


EDITS: tuple[Callable[[Content, random.Random], None], ...] = (
    *(_purpose, _alternative, _new_module, _no_module, _title, _no_task, _trap),
    *(_collection, _category, _translation, _run),
)


def _built(
    state: Content, work: Path, site: Path, memory: Path | None = None
) -> tuple[Build, Written]:
    with state.bundle(work) as bundle:
        build = Build(bundle, URL, state.browser, memory)
        return build, export(build.files(), site)


def _files(folder: Path) -> dict[str, bytes]:
    every = (path for path in folder.rglob("*") if path.is_file() and path.name != RECORD)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in every}


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 99)), min_size=1, max_size=6))
def test_a_part_is_as_the_whole(edits: list[tuple[Callable[..., None], int]]) -> None:
    """Whatever is edited, step by step, the folder holds what a build of nothing writes."""
    state = Content()
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        _built(state, work, work / "site", work / "memory")
        for number, (edit, seed) in enumerate(edits):
            edit(state, random.Random(seed))  # noqa: S311 -- no secret
            _built(state, work, work / "site", work / "memory")
            _built(state, work, work / f"whole-{number}")
            assert _files(work / "site") == _files(work / f"whole-{number}")


def test_every_edit_is_seen(tmp_path: Path) -> None:
    """Each kind of edit changes the site, so that the property above is about something."""
    for edit in EDITS:
        state = Content()
        _built(state, tmp_path, tmp_path / edit.__name__)
        state.catalog = _replaced(
            state.catalog,
            modules={**state.catalog.modules, "pypi:free": content.module("pypi:free")},
        )
        _built(state, tmp_path, tmp_path / edit.__name__)
        before = _files(tmp_path / edit.__name__)
        edit(state, random.Random(1))  # noqa: S311 -- no secret
        _built(state, tmp_path, tmp_path / edit.__name__)
        assert _files(tmp_path / edit.__name__) != before, edit.__name__


def test_only_what_shows_it_is_made(tmp_path: Path) -> None:
    """After one purpose has changed, pages that do not show it are not even made."""
    state = Content()
    memory = tmp_path / "memory"
    first, _ = _built(state, tmp_path, tmp_path / "site", memory)
    second, done = _built(state, tmp_path, tmp_path / "site", memory)
    assert (second.made, done.written) == (0, 0)
    module = msgspec.structs.replace(state.catalog.modules[content.JSON], purpose="Do JSON anew.")
    modules = {**state.catalog.modules, content.JSON: module}
    state.catalog = _replaced(state.catalog, modules=modules)
    third, done = _built(state, tmp_path, tmp_path / "site", memory)
    assert 0 < third.made < first.made / 3
    assert done.written > 0


def test_what_the_browser_runs(tmp_path: Path) -> None:
    """Pages get their Run buttons, and lose them, when what runs in the browser changes."""
    state = Content()
    for _ in range(3):
        _in_browser(state, random.Random(3))  # noqa: S311 -- no secret
        _built(state, tmp_path, tmp_path / "site", tmp_path / "memory")
        _built(state, tmp_path, tmp_path / f"whole-{bool(state.browser.programs)}")
        whole = _files(tmp_path / f"whole-{bool(state.browser.programs)}")
        assert _files(tmp_path / "site") == whole
    assert any(b"data-sheet" in page for page in _files(tmp_path / "site").values())


@pytest.mark.parametrize("damage", [b"", b"\0" * 100, None])
def test_damaged_memory(tmp_path: Path, damage: bytes | None) -> None:
    """What cannot be read of the last time is thrown away without a word."""
    state = Content()
    memory = tmp_path / "memory"
    _built(state, tmp_path, tmp_path / "site", memory)
    before = _files(tmp_path / "site")
    whole = bytearray(memory.read_bytes())
    if damage is None:
        whole[len(whole) // 2] ^= 1
    memory.write_bytes(whole if damage is None else damage)
    build, done = _built(state, tmp_path, tmp_path / "site", memory)
    assert build.made > 0
    assert done.written == 0
    assert _files(tmp_path / "site") == before
    assert _built(state, tmp_path, tmp_path / "site", memory)[0].made == 0


def test_another_folder(tmp_path: Path) -> None:
    """What is remembered of one folder fills another one with the same files."""
    state = Content()
    for name in ("one", "two"):
        _built(state, tmp_path, tmp_path / name, tmp_path / "memory")
    assert _files(tmp_path / "one") == _files(tmp_path / "two")
    assert memory_of(tmp_path / "one") != memory_of(tmp_path / "two")


def test_texts_without_translation(tmp_path: Path) -> None:
    """Whether a text is marked as English does not depend on the pages that came before."""
    state = Content()
    _built(state, tmp_path, tmp_path / "site", tmp_path / "memory")
    page = (tmp_path / "site/fr/module/std/json/index.html").read_text(encoding="utf-8")
    assert '<span class="untranslated" lang="en">Read and write JSON.</span>' in page
    state.catalog = _replaced(
        state.catalog, translations={"fr": {"Read and write JSON.": "Read and write JSON."}}
    )
    _built(state, tmp_path, tmp_path / "site", tmp_path / "memory")
    page = (tmp_path / "site/fr/module/std/json/index.html").read_text(encoding="utf-8")
    assert ">Read and write JSON.</p>" in page
