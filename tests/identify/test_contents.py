"""What archives hold, of all kinds that there are."""

from collections.abc import Iterable, Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toolcrib.identify.contents import contents
from toolcrib.identify.metadata import read_metadata
from toolcrib.identify.paths import import_names
from toolcrib.model.published import Contents, Kind, Listing, Told

INFO = "thing-1.0.dist-info"


def listed(paths: Iterable[str], texts: Mapping[str, str], metadata: str = "") -> Listing:
    """Return a list of files with their texts."""
    return Listing(sizes=dict.fromkeys(paths, 1), texts=dict(texts), metadata=metadata)


def of(*paths: str, project: str = "thing", metadata: str = "") -> Contents:
    """Say what a wheel with these files holds."""
    name = f"{project}-1.0-py3-none-any.whl"
    return contents(project, name, "1.0", listed(paths, {}, metadata))


@pytest.mark.parametrize(
    ("project", "paths", "imports"),
    [
        (
            "PyYAML",
            ["yaml/__init__.py", "_yaml/__init__.py", "yaml/_yaml.cpython-312-darwin.so"],
            ["yaml"],
        ),
        ("six", ["six.py", "six-1.0.dist-info/RECORD"], ["six"]),
        ("lxml", ["lxml/__init__.py", "lxml/etree.cpython-311-x86_64-linux-gnu.so"], ["lxml"]),
        ("pycups", ["cups.cpython-312-x86_64-linux-gnu.so"], ["cups"]),
        ("thing", ["thing.abi3.so", "thing.libs/libz-1.so.1"], ["thing"]),
        ("thing", ["thing.cp312-win_amd64.pyd", "thing.libs/libz.so"], ["thing"]),
        ("thing", ["thing/__init__.cpython-312-x86_64-linux-gnu.so"], ["thing"]),
        ("attrs", ["attr/__init__.py", "attrs/__init__.py"], ["attrs", "attr"]),
        ("google-cloud-storage", ["google/cloud/storage/__init__.py"], ["google.cloud.storage"]),
        ("azure-identity", ["azure/__init__.py", "azure/identity/__init__.py"], ["azure.identity"]),
        ("ruamel.yaml", ["ruamel/yaml/__init__.py"], ["ruamel.yaml"]),
        ("backports.x", ["backports/__init__.py", "backports/x.py"], ["backports.x"]),
        ("scikit-learn", ["sklearn/__init__.py", "tests/test_a.py", "docs/conf.py"], ["sklearn"]),
        ("tests", ["tests/__init__.py"], ["tests"]),
        ("thing", ["thing-1.0.data/purelib/thing/__init__.py"], ["thing"]),
        ("thing", ["thing-1.0.data/platlib/thing.abi3.so"], ["thing"]),
        ("thing", ["thing-1.0.data/data/share/thing/x.py", "thing.py"], ["thing"]),
        ("eigenpy", ["cmeel.prefix/lib/python3.12/site-packages/eigenpy/__init__.py"], ["eigenpy"]),
        ("careless", ["careless/a.py", "careless/b/c.py"], ["careless"]),
        ("thing", ["thing/__init__.py", "thing/__pycache__/a.cpython-312.pyc"], ["thing"]),
        ("polars-rt", ["_polars/__init__.py"], []),
    ],
)
def test_public_names_are_those_of_packages_and_modules(
    project: str, paths: list[str], imports: list[str]
):
    """Other names, extensions, namespaces of both kinds, and what lies beside by mistake."""
    found = of(*paths, project=project)
    assert list(found.imports) == imports
    assert (found.kind, found.told) == (Kind.MODULES, Told.FILES)


def test_private_names_stand_apart():
    """They are imported by the package itself."""
    assert of("yaml/__init__.py", "_yaml/__init__.py").private == ("_yaml",)


def test_types_alone_are_nothing_to_import():
    """A stubs package says for what it has types (PEP 561)."""
    found = of("requests-stubs/__init__.pyi", "requests-stubs/api.pyi", project="types-requests")
    assert (found.kind, found.imports, found.stubs_for) == (Kind.STUBS, (), ("requests",))


def test_programs_alone_are_nothing_to_import():
    """A binary in `.data/scripts`."""
    found = of("ruff-1.0.data/scripts/ruff", "ruff-1.0.dist-info/METADATA", project="ruff")
    assert (found.kind, found.scripts) == (Kind.SCRIPTS, ("ruff",))


def test_a_search_path_leads_to_modules():
    """What a .pth names is looked through; its code is not run."""
    found = contents(
        "pywin32",
        "pywin32-1-cp312-cp312-win_amd64.whl",
        "1",
        listed(
            ("win32/win32api.pyd", "win32/lib/win32con.py", "pywin32.pth"),
            {"pywin32.pth": "# here\nwin32\nwin32\\lib\nimport pywin32_bootstrap\n../up\n"},
        ),
    )
    assert {"win32api", "win32con"} <= set(found.imports)
    alone = of("thing.pth", project="thing")
    assert (alone.kind, alone.imports) == (Kind.PATHS, ())


def test_metadata_alone_is_told():
    """Nothing but a list of what it installs."""
    metadata = "Name: jupyter\nSummary: All of it.\nRequires-Dist: notebook\n\n"
    found = of(f"{INFO}/METADATA", project="jupyter", metadata=metadata)
    assert (found.kind, found.requires) == (Kind.METADATA, ("notebook",))


def test_declared_names_come_first():
    """PEP 794, with what is private; an empty one says that there are none."""
    metadata = "Name: thing\nImport-Name: a.b\nImport-Name: _c ; private\n\n"
    found = of(metadata=metadata)
    assert (found.told, found.imports, found.private) == (Told.DECLARED, ("a.b",), ("_c",))
    assert of(metadata="Name: thing\nImport-Name:\n\n").kind is Kind.METADATA


@pytest.mark.parametrize(
    ("project", "paths", "tops", "imports", "told"),
    [
        ("python-nmap", ["nmap/__init__.py", "setup.py"], "", ["nmap"], Told.SDIST),
        ("thing", ["src/other/__init__.py", "tests/__init__.py"], "", ["other"], Told.SDIST),
        ("gdal", ["gdal.c", "setup.py"], "osgeo osgeo_utils", ["osgeo", "osgeo_utils"], Told.SDIST),
        ("Some-Thing", ["setup.py", "README"], "", ["some_thing"], Told.NAME),
    ],
)
def test_of_an_sdist_it_is_a_guess(
    project: str, paths: list[str], tops: str, imports: list[str], told: Told
):
    """By its folders, by its `top_level.txt`, else by its name."""
    root = f"{project}-1.0"
    inner = [f"{root}/{path}" for path in paths]
    texts = {f"{root}/x.egg-info/top_level.txt": tops} if tops else {}
    found = contents(project, f"{root}.tar.gz", "1.0", listed(inner, texts, "Name: x\n"))
    assert (list(found.imports), found.told) == (imports, told)


METADATA = """\
Metadata-Version: 2.1
Name: thing
Version: 1.0
Summary: Do things
 in two lines
License: UNKNOWN
Classifier: License :: OSI Approved :: MIT License
Classifier: Development Status :: 7 - Inactive
Home-page: https://example.org
Project-URL: Source, https://example.org/source
Requires-Python: >=3.9
Requires-Dist: other ; extra == "x"

# Thing
"""


def test_metadata_is_read():
    """Folded lines, the licence of classifiers, links, the description behind the headers."""
    found = read_metadata(METADATA)
    assert (found.summary, found.license) == ("Do things in two lines", "MIT License")
    assert found.links == ("https://example.org", "https://example.org/source")
    assert (found.requires_python, found.inactive) == (">=3.9", True)
    assert (found.imports, found.description) == (None, "# Thing\n")


@given(st.lists(st.text(max_size=40), max_size=20), st.text(max_size=20), st.text())
def test_no_archive_makes_it_stumble(paths: list[str], project: str, metadata: str):
    """Whatever paths and metadata a stranger sends."""
    assert all(isinstance(name, str) for name in import_names(paths, project))
    for file in ("a.whl", "a.tar.gz"):
        contents(project, file, "1", listed(paths, {"a.pth": metadata}, metadata))
