"""Filters of `find`: they hold together, and what they remove is said."""

from collections.abc import Iterator

import pytest

import content
from content import JSON, RUAMEL, YAML
from toolcrib.app.filters import Filters, checked
from toolcrib.app.find import find, instead
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.errors import UsageError
from toolcrib.model.fact import IndexFact
from toolcrib.model.receipt import BARRED, Outcome

TOMLLIB = "std:tomllib"


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bundle]:
    """Return a bundle in which YAML is proven with ruamel.yaml alone, and PyYAML fails."""
    catalog = content.small()
    modules = [*catalog.modules.values(), content.module(TOMLLIB, purpose="Read TOML and YAML.")]
    catalog = content.catalog(modules, list(catalog.tasks.values()), categories=catalog.categories)
    task = "read-a-yaml-config"
    runs = {"with_ruamel_yaml.py": {}, "with_pyyaml.py": {"outcome": Outcome.FAILED}}
    receipts = {}
    for file, more in runs.items():
        without = {"blocked": True, "outcome": Outcome.FAILED, "reason": BARRED}
        made = [
            content.receipt(catalog.tasks[task], file, catalog.files[task], **fields)
            for fields in (more, without)
        ]
        receipts[made[0].module] = tuple(made)
    index = [IndexFact(module=RUAMEL, as_of="2026-11-02", requires_python=">=3.9")]
    path = tmp_path_factory.mktemp("bundle") / "bundle.sqlite"
    compile_bundle(catalog, receipts, path, index=index)
    with Bundle(str(path)) as opened:
        yield opened


@pytest.fixture
def texts(bundle: Bundle) -> Texts:
    """Return English."""
    return Texts(bundle, "en")


def ids(bundle: Bundle, query: str, limit: int = 5, **wanted: object) -> list[str]:
    """Return the modules that are found with filters."""
    texts = Texts(bundle, "en")
    filters = checked(bundle, Filters(**wanted), texts)
    return [hit.id for hit in find(bundle, query, texts, limit, filters).hits]


def test_without_filters_the_preferred_one_is_first(bundle: Bundle):
    """What the tests below filter is there."""
    assert ids(bundle, "read a yaml configuration")[0] == YAML


def test_a_filter_comes_before_the_limit(bundle: Bundle):
    """One hit is asked for, and the one that passes is given although it is not the best."""
    assert ids(bundle, "read yaml", 1, stdlib=True) == [TOMLLIB]


def test_a_task_is_given_by_another_module_that_passes(bundle: Bundle):
    """The task fits, its preferred module fails: the other one does it."""
    query = "read a yaml configuration"
    assert ids(bundle, query, 1, proven=True) == [RUAMEL]
    assert ids(bundle, query, 1, python="3.12") == [RUAMEL]


def test_a_python_is_asked_of_the_module(bundle: Bundle):
    """A standard module must be in it, a distribution must not ask for a newer one."""
    assert TOMLLIB not in ids(bundle, "read toml", python="3.10")
    assert TOMLLIB in ids(bundle, "read toml", python="3.11")
    assert RUAMEL in ids(bundle, "ruamel.yaml", python="3.9")
    assert RUAMEL not in ids(bundle, "ruamel.yaml", python="3.8")


def test_proven_on_a_python_is_proven_there(bundle: Bundle):
    """Together the two ask for a proof on that very Python."""
    assert ids(bundle, "ruamel.yaml", 1, proven=True, python="3.12") == [RUAMEL]
    assert ids(bundle, "ruamel.yaml", 1, proven=True, python="3.13") == []


def test_names_are_filtered_too(bundle: Bundle):
    """An import error about a distribution has no answer in the standard library."""
    assert ids(bundle, "No module named yaml", stdlib=True) == []


@pytest.mark.parametrize("category", ["network", "Networking", "NETWORKING"])
def test_a_category_goes_by_key_or_title(bundle: Bundle, category: str):
    """People see the title, so they type it."""
    assert ids(bundle, "check a port open", category=category) == ["std:socket"]
    assert "std:socket" not in ids(bundle, "read json over a socket", category="data")


@pytest.mark.parametrize(
    ("wanted", "message", "hint"),
    [
        ({"category": "netwrk"}, "there is no category 'netwrk'", "did you mean network?"),
        ({"category": "???"}, "there is no category '???'", "there are: data, network"),
        ({"python": "3.99"}, "'3.99' is no Python that toolcrib knows", "name one from 3.0 to"),
        ({"python": "three"}, "'three' is no Python that toolcrib knows", "such as 3.13"),
    ],
)
def test_what_there_is_not_is_told(
    bundle: Bundle, texts: Texts, wanted: dict[str, str], message: str, hint: str
):
    """An unknown category or Python is wrong usage, and the hint has what there is."""
    with pytest.raises(UsageError, match=message.replace("?", "[?]")) as fault:
        checked(bundle, Filters(**wanted), texts)
    assert hint in fault.value.hint


def test_the_filter_in_the_way_is_named(bundle: Bundle, texts: Texts):
    """Each filter is left out in turn; where one less is not enough, all are."""
    one = Filters(stdlib=True, python="3.12")
    found = [(left_out, hit.id) for left_out, hit in instead(bundle, "ruamel.yaml", texts, one)]
    assert found == [("--stdlib", RUAMEL)]
    both = Filters(stdlib=True, python="3.13", proven=True)
    (less,) = instead(bundle, "No module named ruamel.yaml", texts, both)
    assert (less[0], less[1].id) == ("--stdlib --python 3.13 --proven", RUAMEL)


def test_json_is_not_about_yaml(bundle: Bundle):
    """A module that passes a filter is no answer to another question."""
    assert JSON not in ids(bundle, "read a yaml configuration", stdlib=True)
