"""The state of a project: what the index and its own files say, and what it says of itself."""

import pytest
from msgspec.structs import replace

from named import TODAY, lookup, published, world
from toolcrib.identify.identify import identify
from toolcrib.identify.project import described, is_quiet
from toolcrib.identify.words import own_words
from toolcrib.model.identity import Identity, State
from toolcrib.model.published import Contents, Kind, Published, Told

WORLD = world()


def held(kind: Kind = Kind.MODULES, told: Told = Told.FILES, **more: object) -> Contents:
    """Return what a version holds."""
    return Contents(**{"version": "1.0", "kind": kind, "told": told, **more})


def judged(found: Contents | None, project: Published | None = None) -> Identity:
    """Say what `grablib` is when it holds this."""
    answer = project or published("grablib")
    identity = identify("grablib", WORLD, lambda _: answer)
    return described(identity, answer, found, exists=lambda name: name in ("requests", "qrcode"))


def test_a_live_project_has_its_facts():
    """Import names from its wheel, summary, licence, Pythons."""
    found = judged(
        held(imports=("grab",), summary="Grab pages.", license="MIT", requires_python=">=3.9")
    )
    assert (found.state, found.imports, found.note) == (State.DISTRIBUTION, ("grab",), "")
    assert found.project is not None
    assert (found.project.summary, found.project.license) == ("Grab pages.", "MIT")
    assert (found.project.requires_python, found.project.quiet) == (">=3.9", False)


@pytest.mark.parametrize(
    ("summary", "state", "candidates"),
    [
        ("Renamed to `qrcode`", State.RENAMED, ("pypi:qrcode",)),
        ("Deprecated: use requests instead", State.RENAMED, ("pypi:requests",)),
        ("DEPRECATED in favor of no-such-thing", State.DISTRIBUTION, ()),
        ("No longer maintained", State.DISTRIBUTION, ()),
        ("Placeholder package", State.PLACEHOLDER, ()),
        ("Dummy package that points to qrcode", State.PLACEHOLDER, ("pypi:qrcode",)),
        (
            "Please install the official package with: pip install qrcode",
            State.PLACEHOLDER,
            ("pypi:qrcode",),
        ),
        ("Install the official themes of a site", State.DISTRIBUTION, ()),
        ("Dummy package for requests", State.PLACEHOLDER, ()),
        ("A decorator to mark things as deprecated", State.DISTRIBUTION, ()),
        ("Use the requests library instead of urllib", State.DISTRIBUTION, ()),
        ("Make placeholder images", State.DISTRIBUTION, ()),
    ],
)
def test_its_own_words_count(summary: str, state: State, candidates: tuple[str, ...]):
    """A successor is offered only if it exists; words about something else mean nothing."""
    found = judged(held(imports=("grablib",), summary=summary))
    assert (found.state, found.candidates) == (state, candidates)


@pytest.mark.parametrize(
    ("summary", "text", "successor"),
    [
        ("QR codes", "# QR\n\nThis project has been renamed to [qrcode](https://x).", "qrcode"),
        (
            "",
            "This package is deprecated. Please install azure-storage-blob instead.",
            "azure-storage-blob",
        ),
        ("[DEPRECATED] Old", "See https://index.example/project/new-thing/", ""),
        ("Obsolete. Please migrate to absl-py instead.", "", "absl-py"),
        ("", "This repository was archived and superseded by `other`.", ""),
    ],
)
def test_a_successor_is_read_from_its_words(summary: str, text: str, successor: str):
    """From summary and description; prose about other things names none."""
    notice = own_words(summary, text, "thing")
    assert (notice.successor if notice else "") == successor


@pytest.mark.parametrize(
    "text",
    [
        "Obsolete web pages: see the history of the repository.",
        "Deprecated decorators for functions and classes.",
        "# Changes\n\nDeprecated arguments now warn.",
        "Discontinued instruments of the maker are supported, too.",
    ],
)
def test_words_about_something_else_are_none_of_its_end(text: str):
    """A line that begins with such a word may speak of pages, arguments or devices."""
    assert own_words("", text, "thing") is None


def test_an_umbrella_installs_others():
    """Nothing of its own, and requirements."""
    found = judged(held(Kind.METADATA, requires=("jupyter (>=1)", "pytest; extra == 'x'", "six")))
    assert (found.state, found.candidates) == (State.UMBRELLA, ("pypi:jupyter", "pypi:six"))
    assert "installs jupyter, six" in found.note


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (held(Kind.STUBS, stubs_for=("requests",)), "Types for requests"),
        (held(Kind.SCRIPTS, scripts=("ruff",)), "Commands only"),
        (held(Kind.PATHS), "search path"),
        (held(Kind.METADATA), "holds no module"),
        (held(told=Told.SDIST, imports=("nmap",)), "There is no wheel"),
        (held(told=Told.NAME, imports=("x",)), "a guess by its name"),
        (held(imports=("x",), inactive=True), "inactive"),
    ],
)
def test_odd_kinds_are_told_in_words(found: Contents, words: str):
    """A person is told why there is nothing to import, or that it is a guess."""
    assert words in judged(found).note


def test_a_quiet_project_says_since_when():
    """Five years before the day of the answer, not before today."""
    quiet = published("grablib", released="2015-06-01")
    assert "No release since 2015-06" in judged(held(imports=("x",)), quiet).note
    assert is_quiet(quiet)
    assert not is_quiet(published("grablib", released="2021-11-21"))
    assert not is_quiet(replace(quiet, released=""))


@pytest.mark.parametrize("name", ["hostile", "old-friend", "empty-project", "withdrawn"])
def test_what_the_index_says_outweighs_its_words(name: str):
    """Quarantined, archived, without files, all yanked: its summary changes none of that."""
    before = identify(name, WORLD, lookup)
    found = described(before, lookup(name), held(summary="Placeholder package"), lambda _: True)
    assert found.state is before.state
    assert found.as_of == TODAY


def test_vulnerabilities_are_known_or_not_told():
    """None is "the index does not tell", an empty one is "none is known"."""
    answer = published("grablib")
    identity = identify("grablib", WORLD, lookup)
    for told in (None, (), ("CVE-2026-1: bad",)):
        found = described(identity, answer, None, lambda _: False, told).project
        assert found is not None
        assert found.vulnerabilities == told
