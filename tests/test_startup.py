"""What a question loads: the start-up time of `find` is the sum of its imports.

The set is pinned, so that an import that creeps in is seen in the change that brings it.
"""

import subprocess
import sys
from pathlib import Path

import pytest

import content

RUN = """\
import sys
from toolcrib.app import bundle
bundle.checkout_path = lambda: None
bundle.packaged_path = lambda: {path!r}
from toolcrib.cli import run_command_line
status = run_command_line({arguments!r})
print(status, *sorted(sys.modules), file=sys.stderr)
"""

OWN = """
    toolcrib toolcrib.app toolcrib.app.bundle toolcrib.app.find toolcrib.app.language
    toolcrib.app.settings toolcrib.catalog toolcrib.catalog.asked toolcrib.catalog.bundle
    toolcrib.catalog.certainty toolcrib.catalog.earned toolcrib.catalog.fit
    toolcrib.catalog.lookup toolcrib.catalog.nearness toolcrib.catalog.numbers
    toolcrib.catalog.question toolcrib.catalog.search toolcrib.catalog.spelling
    toolcrib.catalog.vectors toolcrib.catalog.words toolcrib.cli toolcrib.cli.find
    toolcrib.cli.output toolcrib.cli.page toolcrib.errors toolcrib.model toolcrib.model.hit
    toolcrib.model.module toolcrib.model.value
"""
"""What every question loads of toolcrib; a program that is shown adds the kinds of a task.

Where words have vectors, `catalog.matrix` comes in, too.
"""

BASE = "import click, msgspec, sqlite3, zlib, locale, textwrap, importlib"
"""The libraries it stands on, with all that they load themselves."""

HEAVY = """
    asyncio concurrent.futures dataclasses email hashlib http importlib.metadata json logging
    markdown_it multiprocessing pathlib polib rich shutil socket ssl subprocess tempfile tomllib
    unicodedata urllib.parse urllib3
"""


def loaded(code: str) -> tuple[str, set[str]]:
    """Return the first word and the modules that a program prints on stderr."""
    command = [sys.executable, "-I", "-c", f"import sys; sys.path[:0] = {sys.path!r}\n{code}"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    status, *modules = done.stderr.split()
    return status, set(modules)


@pytest.fixture(scope="module")
def base() -> set[str]:
    """Return what the libraries load by themselves."""
    return loaded(f"{BASE}\nprint(0, *sys.modules, file=sys.stderr)")[1]


@pytest.mark.parametrize(
    ("arguments", "more"),
    [
        (["find", "--format", "json", "read yaml"], set()),
        (["find", "--format", "json", "--lang", "fr", "cv2"], set()),
        (["find", "read yaml"], {"toolcrib.model.task"}),
    ],
)
def test_a_question_loads_what_it_needs(
    tmp_path: Path, base: set[str], arguments: list[str], more: set[str]
):
    """Beside the libraries, exactly the modules on the path of `find` are loaded."""
    content.compiled(tmp_path).close()
    path = str(tmp_path / "bundle.sqlite")
    status, modules = loaded(RUN.format(path=path, arguments=arguments))
    assert status == "0"
    assert modules - base == set(OWN.split()) | more


def test_the_libraries_are_light(base: set[str]):
    """Nothing that is known to be slow comes in through them."""
    assert base & set(HEAVY.split()) == set()


def test_importing_toolcrib_loads_nothing():
    """The public names are there at once, and cost something only when they are used."""
    _, bare = loaded("print(0, *sys.modules, file=sys.stderr)")
    _, modules = loaded("import toolcrib; dir(toolcrib); print(0, *sys.modules, file=sys.stderr)")
    assert modules - bare == {"toolcrib"}
