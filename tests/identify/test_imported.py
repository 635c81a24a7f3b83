"""Import names without a network: what installs them, in which order, and how that is known."""

from pathlib import Path

import pytest

from named import MODULES, module, world
from toolcrib.app.names import knowledge
from toolcrib.identify.identify import identify, needs_index
from toolcrib.identify.knowledge import know
from toolcrib.identify.lines import SortedLines
from toolcrib.identify.tables import import_owners, owners, popular, rank
from toolcrib.model.identity import State
from toolcrib.model.module import normalised

LIST = Path(__file__).parent / "names" / "imports.txt"
WORLD = world()


def test_well_known_import_names_lead_to_their_distributions():
    """At least 98 of 100, off-line; one whose project has a successor leads there, and says so."""
    known = knowledge()
    rows = [line.split() for line in LIST.read_text().splitlines() if not line.startswith("#")]
    differing = [row for row in rows if normalised(row[0]) != row[1]]
    assert len(differing) > 150
    wrong, open_ = [], []
    for name, *right in rows:
        found = identify(name, known)
        first = [normalised(one.partition("[")[0]) for one in found.distributions[:1]]
        moved = found.state is State.RENAMED and found.id == f"pypi:{right[0]}"
        if not first:
            open_.append(name)
        elif first[0] not in right and not moved:
            wrong.append((name, found.state, found.distributions))
    assert wrong == []
    assert len(open_) <= 0.02 * len(rows)


def test_several_are_ranked_and_each_has_its_evidence():
    """The most usual first, and how each is known."""
    found = identify("cv2", knowledge())
    assert found.distributions[0] == "opencv-python"
    assert {"opencv-python-headless", "opencv-contrib-python-headless"} <= set(found.distributions)
    assert len(found.evidence) == len(found.distributions)
    assert any("file list of its wheel" in evidence for evidence in found.evidence)


@pytest.mark.parametrize(
    ("name", "distribution"),
    [
        ("google.cloud.pubsub_v1.types", "google-cloud-pubsub"),
        ("google.oauth2.service_account", "google-auth"),
        ("opentelemetry.sdk.trace", "opentelemetry-sdk"),
        ("mpl_toolkits.mplot3d.axes3d", "matplotlib"),
        ("win32com.client", "pywin32"),
        ("_pytest", "pytest"),
    ],
)
def test_a_dotted_name_is_known_by_its_longest_beginning(name: str, distribution: str):
    """Namespaces are shared, so the top alone says nothing."""
    assert identify(name, knowledge()).distributions[0] == distribution


def test_a_namesake_is_known_off_line():
    """`slack` is another project than what one imports as `slack`."""
    found = identify("github3", WORLD)
    assert (found.state, found.distributions) == (State.IMPORT_NAME, ("github3-py",))
    assert identify("slack", WORLD).namesake in ("", "slack")


def test_a_well_known_project_exists_without_a_network():
    """As of the day of the list, which is told; on-line it is asked for all the same."""
    found = identify("pytest-randomly", WORLD)
    assert (found.state, found.source) == (State.DISTRIBUTION, "most downloaded projects")
    assert found.as_of == popular().comment != ""
    assert needs_index("pytest-randomly", WORLD)


def test_every_line_of_the_tables_is_found():
    """They are sorted as the search needs them, and hold what they should."""
    for table in (popular(), import_owners()):
        keys = list(table)
        assert keys == sorted(keys)
        assert all(key in table for key in keys)
    assert all(owner.distribution for name in import_owners() for owner in owners(name)[1])
    assert rank("requests") < rank("no-such-project-of-ours")


@pytest.mark.parametrize("data", [b"", b"# today\n", b"a\n", b"# x\nb\t1\nd\t2\n"])
def test_what_is_not_there_is_not_found(data: bytes):
    """Before, between and behind the lines, and where there are none."""
    lines = SortedLines(data)
    assert [lines.get(key) for key in ("", "A", "c", "e", "# x", "b\t1", "\n")] == [None] * 7


def test_the_catalog_knows_by_running():
    """Its proven programs fail without the module: of one import name there is no doubt."""
    proven = {"pypi:pyyaml": 8, "pypi:docker": 1, "pypi:two": 3}
    modules = (*MODULES, module("two", "two", "two_more"))
    known = know(modules, (), "3.13", proven)
    assert identify("yaml", known).evidence[0].startswith("catalog, 8 proven programs")
    assert identify("PyYAML", known).evidence == ("catalog, 8 proven programs",)
    assert identify("docker", known).evidence[0].startswith("catalog, 1 proven program")
    assert identify("two", known).evidence == ("catalog",)
    assert "proven" not in identify("psycopg2", known).evidence[0]
