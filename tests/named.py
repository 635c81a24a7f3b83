"""A small world of names: modules, traps and an index, for tests that judge names."""

from collections.abc import Iterable, Mapping

from toolcrib.app.names import Asked
from toolcrib.identify.dossier import Dossier
from toolcrib.identify.evidence import evidence
from toolcrib.identify.knowledge import Knowledge, know
from toolcrib.model.identity import State, Trap
from toolcrib.model.mention import Renown
from toolcrib.model.module import Module, ModuleId, normalised
from toolcrib.model.proof import Proof, Word
from toolcrib.model.published import Contents, Kind, Published, Told

TODAY = "2026-11-20"


def module(name: str, *imports: str, install: str = "") -> Module:
    """Return a distribution of the catalog."""
    return Module(
        id=ModuleId(f"pypi:{normalised(name)}"),
        name=name,
        purpose=f"Do {name}.",
        categories=("data",),
        install=install,
        imports=imports,
    )


def trap(name: str, state: State, *means: str, why: str = "") -> Trap:
    """Return a confused name."""
    return Trap(
        name=name,
        state=state,
        why=why or f"{name} is a trap.",
        source="the tests",
        as_of=TODAY,
        means=tuple(map(ModuleId, means)),
    )


MODULES = (
    module("PyYAML", "yaml"),
    module("psycopg2", "psycopg2", install="psycopg2-binary"),
    module("python-dotenv", "dotenv"),
    module("docker", "docker"),
    module("google-cloud-storage", "google.cloud.storage"),
    Module(id=ModuleId("std:json"), name="json", purpose="Do JSON.", categories=("data",)),
)

TRAPS = (
    trap("docker-py", State.RENAMED, "pypi:docker"),
    trap("dotenv", State.PLACEHOLDER, "pypi:python-dotenv"),
    trap("jwt", State.OTHER_PROJECT, "pypi:pyjwt"),
    trap("pytorch", State.OTHER_PROJECT, "pypi:torch"),
    trap("google-cloud", State.UMBRELLA, "pypi:google-cloud-storage", "pypi:google-cloud-compute"),
    trap("postgresql", State.PROGRAM, "pypi:psycopg", "pypi:psycopg2"),
    trap("tesseract-ocr", State.PROGRAM, "pypi:pytesseract"),
    trap("html", State.PROGRAM, "std:html.parser"),
    trap("opencv", State.BRAND, "pypi:opencv-python"),
    trap("beautifulsoup", State.RENAMED, "pypi:beautifulsoup4"),
    trap("dataclass", State.STDLIB_ATTRIBUTE, "std:dataclasses"),
    trap("__init.py", State.UNKNOWN, why="A misspelling of __init__.py, which is a file."),
)


def published(name: str, **more: object) -> Published:
    """Return an index's answer on a project that exists."""
    facts = {"exists": True, "files": 2, "newest": "1.0", "released": "2026-01-01", **more}
    return Published(name=name, as_of=TODAY, **facts)


def dossier(name: str, *imports: str, **more: object) -> Dossier:
    """Return what a project says of itself."""
    facts = {"version": "1.0", "kind": Kind.MODULES, "told": Told.FILES, **more}
    contents = Contents(imports=imports, **facts)
    return Dossier(published=published(name, versions=("1.0",)), contents=contents)


DOSSIERS = {
    one.published.name: one
    for one in (
        dossier(
            "gridpath",
            "gridpath",
            summary="Hexagonal maps of board games.",
            links=("https://github.com/harald/hexes",),
        ),
        dossier(
            "python-gridpath",
            "gridpath",
            summary="Shortest routes through weighted tables of cells.",
            links=("https://github.com/routes/python-gridpath",),
        ),
        dossier("docker", "docker", links=("https://github.com/docker/docker-py",)),
        dossier("pyyaml", "yaml", links=("https://github.com/yaml/pyyaml",)),
        dossier("grablib", "grablib", links=("https://github.com/someone/grablib",)),
        dossier("quarry", "quarry", links=("https://github.com/stone/quarry",)),
    )
}

PROOFS = {
    "python-dotenv": (Proof(word=Word.PROVEN, on=("3.11", "3.12", "3.13", "3.14")),),
    "pyyaml": (Proof(word=Word.PROVEN, on=("3.11",), fails_on=("3.12", "3.13")),),
    "old-friend": (Proof(word=Word.FAILS, on=("3.13",)),),
}


def proofs_of(names: Iterable[str]) -> dict[str, tuple[Proof, ...]]:
    """Tell what verification of this world says."""
    return {name: PROOFS.get(name, ()) for name in names}


VULNERABLE = "CVE-2026-0001: it lets anybody in (mended in 1.1)"

INDEX = {
    one.name: one
    for one in (
        published("grablib"),
        published("gridpath"),
        published("python-gridpath"),
        published("quarry"),
        published("dotenv"),
        published("tesseract-ocr"),
        published("empty-project", files=0, newest="", released=""),
        published("withdrawn", yanked=2),
        published("hostile", status="quarantined", reason="It steals passwords."),
        published("old-friend", status="archived"),
        published("unloved", status="deprecated"),
        published("quiet", released="2015-06-01"),
        published("python-dotenv", released="2018-03-01"),
        published("pyyaml", released="2019-03-01"),
        published("docker-py", released="2018-06-15"),
        published("leaky", newest="1.1", versions=("1.1", "1.0"), withdrawn=("0.9",)),
        published("modern", newest="3.0", versions=("3.0", "2.0"), requires_python=">=3.14"),
        published("old-timer", newest="2.0", versions=("2.0",), requires_python=">=3.6, <3.10"),
    )
}


def world(target: str = "3.13") -> Knowledge:
    """Return all that is known in this world without its index."""
    return know(MODULES, TRAPS, target)


def known(name: str) -> Renown:
    """Weigh a name as readers do."""
    return evidence(name, _WORLD)


def lookup(name: str) -> Published:
    """Ask the index of this world."""
    key = normalised(name)
    return INDEX.get(key) or Published(name=key, exists=False, as_of=TODAY)


def asked(
    names: Iterable[str],
    _: Knowledge,
    pins: Iterable[tuple[str, str]] = (),
    projects: Iterable[str] = (),
    failed: Mapping[str, str] = {},
) -> Asked:
    """Ask the index of this world for names, as `app.names.ask` asks the real one."""
    list(names)
    list(pins)
    list(projects)
    return Asked(lookup=lookup, failed=dict(failed), vulnerable=vulnerable)


def dossiers(names: Iterable[str]) -> dict[str, Dossier]:
    """Tell what projects of this world say of themselves."""
    return {name: DOSSIERS[name] for name in names if name in DOSSIERS}


def vulnerable(name: str, version: str) -> tuple[str, ...]:
    """Tell what is known of a version."""
    return (VULNERABLE,) if (name, version) == ("leaky", "1.0") else ()


_WORLD = world()
