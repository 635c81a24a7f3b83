"""Find, show, list, compare and get, as values."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

import content
from content import JSON, OPENCV, RUAMEL, SOCKET, YAML
from toolcrib.app.browse import browse, list_collection, list_modules, list_tasks, with_presence
from toolcrib.app.compare import compare
from toolcrib.app.find import find
from toolcrib.app.get import get
from toolcrib.app.language import PROOF_PARTS, Texts
from toolcrib.app.show import show
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.errors import ToolcribError, UsageError
from toolcrib.model.page import ModulePage, Presence, TaskPage
from toolcrib.model.proof import Proof, Word
from toolcrib.model.task import Run, TaskFiles


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Return the bundle of the small catalog."""
    with content.compiled(tmp_path_factory.mktemp("bundle")) as opened:
        yield opened


@pytest.fixture
def texts(bundle: Bundle) -> Texts:
    """Return English."""
    return Texts(bundle, "en")


def test_find_answers_with_a_module_a_task_and_a_reason(bundle: Bundle, texts: Texts):
    """A hit has all that the first look needs."""
    first = find(bundle, "read a yaml config file", texts).hits[0]
    assert msgspec.to_builtins(first) == {
        "id": YAML,
        "name": "PyYAML",
        "kind": "dist",
        "task": "read-a-yaml-config",
        "title": "Read a YAML configuration file",
        "why": "matches read, yaml, config, file; small and everywhere",
        "proof": "not yet proven",
    }


def test_find_answers_a_name_with_its_module(bundle: Bundle, texts: Texts):
    """The module comes first with its purpose and the task to read; a task stands once."""
    first, *others = find(bundle, "json", texts).hits
    assert (first.id, first.kind, first.task) == (JSON, "stdlib", "read-and-write-json")
    assert (first.title, first.proof) == ("Read and write JSON.", "proven on 3.12")
    assert "read-and-write-json" not in [hit.task for hit in others]


def test_find_answers_an_import_error_with_nothing_else(bundle: Bundle, texts: Texts):
    """Of a module without a task there is no program, and that is said."""
    (hit,) = find(bundle, "No module named cv2", texts).hits
    assert (hit.id, hit.task, hit.proof, hit.why) == (OPENCV, None, "", "matches import cv2")


def test_a_longer_name_finds_the_program_with_the_rest(tmp_path: Path):
    """Of `json.loads` not the module's first program is shown but the one that has loads."""
    tasks = [
        content.task("a-writer", content.solution(JSON, "import json\n\njson.dumps([1])")),
        content.task("z-reader", content.solution(JSON, "import json\n\njson.loads('1')")),
    ]
    catalog = content.catalog([content.module(JSON)], tasks)
    compile_bundle(catalog, {}, tmp_path / "bundle")
    with Bundle(str(tmp_path / "bundle")) as made:
        english = Texts(made, "en")
        for query in ("json.loads", "No module named 'json.loads'"):
            assert find(made, query, english).hits[0].task == "z-reader"
        for query in ("json.dumps", "json", "import json"):
            assert find(made, query, english).hits[0].task == "a-writer"


def test_find_has_as_many_hits_as_are_asked_for(bundle: Bundle, texts: Texts):
    """The limit holds for names and for words together."""
    assert len(find(bundle, "yaml", texts, 1).hits) == 1
    assert find(bundle, "bake a cake", texts).hits == ()


def test_find_in_another_language(bundle: Bundle):
    """Titles are translated where there is a translation."""
    (hit, *_) = find(bundle, "configuration yaml", Texts(bundle, "fr")).hits
    assert hit.title == "Lire un fichier de configuration YAML"


@pytest.mark.parametrize("name", ["pypi:pyyaml", "PyYAML", "pyyaml", "yaml", "py-yaml"])
def test_show_a_module_by_any_of_its_names(bundle: Bundle, texts: Texts, name: str):
    """The id, the name, what one imports and what people call it lead to one page."""
    page = show(bundle, name, texts)
    assert isinstance(page, ModulePage)
    assert (page.id, page.install, page.imports) == (YAML, "PyYAML", ("yaml",))
    assert [(other.id, other.purpose) for other in page.alternatives] == [
        (RUAMEL, "Read and write YAML with its comments."),
        ("std:tomllib", ""),
    ]
    assert [task.id for task in page.tasks] == ["read-a-yaml-config"]


def test_show_a_task(bundle: Bundle, texts: Texts):
    """The preferred program comes first, with what was measured."""
    page = show(bundle, "read-a-yaml-config", texts)
    assert isinstance(page, TaskPage)
    assert [program.name for program in page.programs] == ["PyYAML", "ruamel.yaml"]
    assert (page.category, page.why) == ("Data formats", "small and everywhere")
    assert page.expected == "42 rows\n"
    proven = show(bundle, "read-and-write-json", texts)
    assert isinstance(proven, TaskPage)
    assert proven.programs[0].measured.peak_memory == 12 << 20
    assert proven.programs[0].proof.word is Word.PROVEN


def test_show_an_unknown_name(bundle: Bundle, texts: Texts):
    """The fault says so in a sentence, and names what is near or where to look."""
    with pytest.raises(UsageError, match="'jsonn' is neither a module nor a task") as fault:
        show(bundle, "jsonn", texts)
    assert "json" in fault.value.hint
    with pytest.raises(UsageError) as fault:
        show(bundle, "xyzzy", texts)
    assert fault.value.hint == "`crib what xyzzy` looks further"


def test_list_modules_by_category(bundle: Bundle, texts: Texts):
    """All shelves in the catalog's order, or one by its key."""
    listing = list_modules(bundle, texts)
    assert [shelf.title for shelf in listing.shelves] == ["Data formats", "Networking"]
    (shelf,) = list_modules(bundle, texts, "network").shelves
    assert [entry.id for entry in shelf.entries] == [SOCKET]
    with pytest.raises(UsageError, match="no category 'gone'") as fault:
        list_modules(bundle, texts, "gone")
    assert "data, network" in fault.value.hint


def test_list_modules_by_name(bundle: Bundle, texts: Texts):
    """Within a shelf, names are in the order of the alphabet whatever their case and origin."""
    shelf = list_modules(bundle, texts).shelves[0]
    names = [entry.name for entry in shelf.entries]
    assert names == ["json", "Matplotlib", "opencv-python", "PyYAML", "ruamel.yaml"]


def test_list_tools(bundle: Bundle, texts: Texts):
    """Only tasks that take one's own arguments, with the module that does them first."""
    (shelf,) = list_tasks(bundle, texts, only_tools=True).shelves
    assert [(entry.task, entry.id) for entry in shelf.entries] == [("check-a-port", SOCKET)]


def test_list_a_collection_in_its_order(bundle: Bundle, texts: Texts):
    """Headings and modules stand as its author put them."""
    listing = list_collection(bundle, texts, "operations")
    shelves = [(shelf.title, [entry.id for entry in shelf.entries]) for shelf in listing.shelves]
    assert shelves == [("Networks", [SOCKET]), ("Formats", [YAML, JSON])]
    with pytest.raises(UsageError, match="no collection 'gone'"):
        list_collection(bundle, texts, "gone")


def test_browse_is_the_one_way_to_all_lists(bundle: Bundle, texts: Texts):
    """Modules, tools or a collection; a collection is asked for alone."""
    assert browse(bundle, texts) == list_modules(bundle, texts)
    assert browse(bundle, texts, category="network") == list_modules(bundle, texts, "network")
    assert browse(bundle, texts, kind="tools") == list_tasks(bundle, texts, only_tools=True)
    whole = browse(bundle, texts, collection="operations")
    assert whole == list_collection(bundle, texts, "operations")
    with pytest.raises(UsageError, match="shelves of its own"):
        browse(bundle, texts, collection="operations", category="network")
    with pytest.raises(UsageError, match="shelves of its own"):
        browse(bundle, texts, collection="operations", kind="tools")


def test_list_says_what_is_installed(bundle: Bundle, texts: Texts, tmp_path: Path):
    """Of each module: it comes with Python, is there, is missing, or another took its name."""
    packages = tmp_path / "lib/python3.12/site-packages"
    for name, file in (("PyYAML-6.0", "yaml/__init__.py"), ("opencv_fork-1", "cv2/__init__.py")):
        (packages / f"{name}.dist-info").mkdir(parents=True)
        (packages / f"{name}.dist-info/RECORD").write_text(f"{file},,\n")
    listing = with_presence(bundle, list_modules(bundle, texts), tmp_path)
    seen = {entry.id: (entry.presence, entry.found) for entry in listing.shelves[0].entries}
    assert seen[JSON] == (Presence.STANDARD, "")
    assert seen[YAML] == (Presence.INSTALLED, "6.0")
    assert seen[RUAMEL] == (Presence.MISSING, "")
    assert seen[OPENCV] == (Presence.WRONG, "opencv-fork")


def test_compare_modules_on_the_tasks_they_share(bundle: Bundle, texts: Texts):
    """Only shared tasks are set side by side, with the programs of these modules alone."""
    found = compare(bundle, ("pyyaml", "ruamel.yaml", "json"), texts)
    assert [module.id for module in found.modules] == [YAML, RUAMEL, JSON]
    (task,) = found.tasks
    assert [program.solution.module for program in task.programs] == [YAML, RUAMEL]


def test_compare_all_modules_of_a_task(bundle: Bundle, texts: Texts):
    """One name is a task's."""
    found = compare(bundle, ("read-a-yaml-config",), texts)
    assert [module.id for module in found.modules] == [YAML, RUAMEL]


def test_compare_ranks_only_what_was_measured_together(tmp_path: Path):
    """Measurements of two days, or two machines, are shown and not set against each other."""
    catalog = content.small()
    task = catalog.tasks["read-a-yaml-config"]
    files = catalog.files[task.id]
    first = content.measurement(task, "with_pyyaml.py", files, cpu=10)
    other = content.measurement(
        task, "with_ruamel_yaml.py", files, cpu=90, when=datetime(2026, 11, 3, tzinfo=UTC)
    )
    compile_bundle(catalog, {}, tmp_path / "measured", [first, other])
    with Bundle(str(tmp_path / "measured")) as bundle:
        found = compare(bundle, (task.id,), Texts(bundle, "en"))
    assert [program.measurement for program in found.tasks[0].programs] == [first, other]
    assert [program.standing for program in found.tasks[0].programs] == [{}, {}]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        (("pyyaml", "yaml"), "the same module: pypi:pyyaml"),
        (("pyyaml", "gone"), "'gone' is no module"),
        (("gone",), "'gone' is no task"),
    ],
)
def test_compare_needs_two(bundle: Bundle, texts: Texts, names: tuple[str, ...], message: str):
    """A module is not compared with itself, nor with what is not there."""
    with pytest.raises(UsageError, match=message):
        compare(bundle, names, texts)


def test_get_writes_what_a_run_has(bundle: Bundle, tmp_path: Path):
    """Programs lie beside their input, as in the pod; the README says how to run them."""
    folder = tmp_path / "new/yaml"
    written = get(bundle, "read-a-yaml-config", folder)
    assert {path.relative_to(folder).as_posix() for path in written} == {
        "with_pyyaml.py",
        "with_ruamel_yaml.py",
        "expected.txt",
        "README.md",
    }
    assert (folder / "expected.txt").read_text() == "42 rows\n"
    assert "uv run with_pyyaml.py" in (folder / "README.md").read_text()


def test_get_writes_the_driver(tmp_path: Path):
    """The program that talks to a solution is written too, and the README says when to start it."""
    task = content.task(
        "serve-a-page",
        content.solution(content.JSON, "import json"),
        run=Run(driver="drive.py"),
    )
    files = {"serve-a-page": TaskFiles(expected="1\n", driver="print(1)\n")}
    made = content.catalog([content.module(content.JSON)], [task], files=files)
    compile_bundle(made, {}, tmp_path / "bundle.sqlite")
    with Bundle(str(tmp_path / "bundle.sqlite")) as bundle:
        get(bundle, "serve-a-page", tmp_path / "new")
    assert (tmp_path / "new/drive.py").read_text() == "print(1)\n"
    assert "`python drive.py` in another terminal" in (tmp_path / "new/README.md").read_text()


def test_get_overwrites_nothing(bundle: Bundle, tmp_path: Path):
    """One file that is there already keeps all from being written, until it is forced."""
    (tmp_path / "expected.txt").write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        get(bundle, "read-a-yaml-config", tmp_path)
    assert list(tmp_path.iterdir()) == [tmp_path / "expected.txt"]
    get(bundle, "read-a-yaml-config", tmp_path, force=True)
    assert (tmp_path / "expected.txt").read_text() == "42 rows\n"


def test_get_says_what_cannot_be_written(bundle: Bundle, tmp_path: Path):
    """A file in the place of the folder is a fault of the machine."""
    (tmp_path / "file").touch()
    with pytest.raises(ToolcribError, match="cannot write"):
        get(bundle, "read-a-yaml-config", tmp_path / "file" / "folder")


@pytest.mark.parametrize("word", Word)
def test_every_proof_can_be_said_in_another_language(word: Word):
    """The phrases of all proofs are made of the parts that are translated."""
    on = ("3.11", "3.12") if word not in (Word.NOT_YET, Word.STALE) else ()
    phrase = Proof(word=word, on=on, fails_on=("3.13",), emulators=("moto",)).phrase

    class Shouting(Texts):
        def __init__(self) -> None:
            """Have no bundle."""

        def __call__(self, text: str) -> str:
            return text.upper() if text in PROOF_PARTS else text

    rest = Shouting().proof(phrase).replace("moto", "")
    assert rest == rest.upper()
