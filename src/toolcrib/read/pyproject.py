"""`pyproject.toml`: what a project requires.

Read are the tables of PEP 621 (`project`), PEP 735 (`dependency-groups`) and PEP 518
(`build-system`), and those of Poetry, PDM, Hatch and uv.
"""

from collections.abc import Iterator

from toolcrib.model.mention import Reading
from toolcrib.read.declared import Declared, toml_reading
from toolcrib.read.reader import Known, Reader
from toolcrib.text.requirement import name_span
from toolcrib.text.source import Source
from toolcrib.text.toml import Place, places

# Arrays of requirements; a star stands for the name of their group.
_ARRAYS = (
    ("project", "dependencies"),
    ("project", "optional-dependencies", "*"),
    ("dependency-groups", "*"),
    ("build-system", "requires"),
    ("tool", "uv", "dev-dependencies"),
    ("tool", "pdm", "dev-dependencies", "*"),
    ("tool", "hatch", "envs", "*", "dependencies"),
    ("tool", "hatch", "envs", "*", "extra-dependencies"),
)
# Tables whose keys are what is required.
_TABLES = (
    ("tool", "poetry", "dependencies"),
    ("tool", "poetry", "dev-dependencies"),
    ("tool", "poetry", "group", "*", "dependencies"),
)


def read(path: str, text: str, known: Known) -> Reading:  # noqa: ARG001 -- a reader's signature
    """Return the mentions of a project's own file: what it requires."""
    return toml_reading(path, text, _declared)


def _declared(source: Source) -> Iterator[Declared]:
    for place in places(source.text):
        table = place.path[:-1] if place.is_key else place.path
        patterns = _TABLES if place.is_key else _ARRAYS
        pattern = next((one for one in patterns if _fits(one, table)), None)
        if pattern is None:
            continue
        starred = [part for wanted, part in zip(pattern, table, strict=True) if wanted == "*"]
        span = _key_span(place) if place.is_key else name_span(source.text[place.start : place.end])
        if span:
            yield Declared(
                start=place.start + span[0],
                end=place.start + span[1],
                group=starred[0] if starred else table[-1],
            )


def _fits(pattern: tuple[str, ...], path: tuple[str, ...]) -> bool:
    same = (wanted in ("*", part) for wanted, part in zip(pattern, path, strict=False))
    return len(pattern) == len(path) and all(same)


def _key_span(place: Place) -> tuple[int, int] | None:
    """Return the whole key; Python itself is no module."""
    return None if place.path[-1].lower() == "python" else (0, place.end - place.start)


READER = Reader(name="pyproject", read=read, suffixes=(".toml",), names=("pyproject",))
