"""The table of the standard library against documented facts and the running Python."""

import sys
import tomllib
from pathlib import Path

import pytest

from toolcrib.identify.stdlib import read_stdlib, read_stdlib_names, read_wellknown
from toolcrib.model.module import normalised

BY_HAND = Path(__file__).parents[2] / "catalog" / "stdlib.toml"


@pytest.mark.parametrize(
    ("name", "first", "last", "in_two"),
    [
        ("json", "3.0", "", True),
        ("os.path", "3.0", "", True),
        ("tomllib", "3.11", "", False),
        ("zoneinfo", "3.9", "", False),
        ("imp", "3.0", "3.11", True),
        ("cgi", "3.0", "3.12", True),
        ("tkinter.tix", "3.0", "3.12", False),
        ("sre_parse", "3.0", "3.14", True),
        ("compression.zstd", "3.14", "", False),
        ("concurrent.interpreters", "3.14", "", False),
        ("profiling.sampling", "3.15", "", False),
        ("thread", "", "", True),
        ("urllib2", "", "", True),
        ("winreg", "3.0", "", False),
    ],
)
def test_modules_have_their_pythons(name: str, first: str, last: str, in_two: bool):  # noqa: FBT001 -- a column of a table
    """First and last Python are those of the documentation."""
    assert read_stdlib().modules[name] == (first, last, in_two)


def test_every_public_module_of_this_python_is_in_the_table():
    """What the interpreter names as its standard library is known as being in it."""
    here = f"{sys.version_info.major}.{sys.version_info.minor}"
    table = read_stdlib()
    names = {name for name in sys.stdlib_module_names if not name.startswith("_")}
    missing = names - table.modules.keys()
    assert missing == set()
    ended = {
        name for name in names if (last := table.modules[name][1]) and int(last[2:]) < int(here[2:])
    }
    assert ended == set()


def test_what_is_no_standard_library_is_not_in_the_table():
    """A backport that typeshed lists, a stub's own package, tests: none of them counts."""
    names = read_stdlib().modules
    assert {"typing_extensions", "_typeshed", "lib2to3.tests", "panel", "requests"}.isdisjoint(
        names
    )


def test_the_table_holds_what_is_written_by_hand():
    """A change of catalog/stdlib.toml needs `scripts/stdlib_facts.py` to be run."""
    written = tomllib.loads(BY_HAND.read_text(encoding="utf-8"))
    table = read_stdlib()
    assert written.keys() == table.facts.keys()
    for name, fact in written.items():
        kept = table.facts[name]
        assert fact["source"], name
        assert tuple(fact.get("successors", ())) == kept.successors, name
        assert fact.get("why", "") == kept.why, name
        assert fact.get("removed", "") == kept.removed, name
        assert fact.get("deprecated", "") == kept.deprecated, name


def test_successors_in_the_standard_library_exist():
    """Nobody is sent from one dead module to another."""
    table = read_stdlib()
    for name, fact in table.facts.items():
        for successor in fact.successors:
            origin, _, module = successor.partition(":")
            if origin == "std":
                assert table.modules[module][1] == "", f"{name} -> {successor}"


def test_removed_modules_end_before_the_python_that_removed_them():
    """The announced removal and the last Python that has a module agree."""
    table = read_stdlib()
    for name, fact in table.facts.items():
        last = table.modules[name][1]
        if last:
            following = table.versions[table.versions.index(last) + 1]
            assert fact.removed == following, name


def test_classes_and_functions_know_their_module():
    """Names of common modules lead to them; builtins are listed apart."""
    names = read_stdlib_names()
    assert "collections" in names.attributes["OrderedDict"].split()
    assert "functools" in names.attributes["lru_cache"].split()
    assert {"print", "len", "dict"} <= names.builtins


def test_wellknown_names_are_normalised_and_no_standard_modules():
    """A line of the list is found by its PEP 503 name, and the standard library comes first."""
    wellknown = read_wellknown()
    assert all(name == normalised(name) for name in wellknown)
    assert wellknown.keys().isdisjoint(read_stdlib().modules)
    assert wellknown["scikit-learn"] == ("sklearn",)
