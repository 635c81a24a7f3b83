"""Who exports a class or a function."""

from toolcrib.identify.exporting import exporters as exporters_of
from toolcrib.model.exported import Exported
from toolcrib.model.module import ModuleId


def read(module: str, **names: tuple[str, ...]) -> Exported:
    """Return what was read from a module, `__` for the dots of its places."""
    places = {place.replace("__", "."): each for place, each in names.items()}
    return Exported(module=ModuleId(module), version="1", python="3.13", names=places)


def exporters(name: str, *, limit: int = 5) -> tuple[str, ...]:
    """Return who exports a name, of all."""
    return exporters_of([name, "concat"], ALL, limit)[name]


ALL = (
    read("pypi:obscure-frames", frames=("DataFrame",)),
    read("pypi:pandas", pandas=("DataFrame", "concat"), pandas__api=("Index",)),
    read("pypi:shouting", shouting=("DATAFRAME",)),
)


def test_the_best_known_comes_first():
    """Of several modules with a class of that name, that which most people install."""
    assert exporters("DataFrame") == ("pypi:pandas", "pypi:obscure-frames")
    assert exporters("DataFrame", limit=1) == ("pypi:pandas",)


def test_case_matters_only_where_somebody_has_it_so():
    """A name in another case is found if none is written like it."""
    assert exporters("dataframe")[0] == "pypi:pandas"
    assert exporters("DATAFRAME") == ("pypi:shouting",)


def test_a_dotted_name_is_looked_for_where_it_lies():
    """As it is imported; a place that has no such name leads nowhere."""
    assert exporters("pandas.api.Index") == ("pypi:pandas",)
    assert exporters("pandas.Index") == ()
    assert exporters("nobody_has_this") == ()
