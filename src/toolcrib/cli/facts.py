"""Facts on modules as text, and what comes of setting them side by side."""

from typing import TYPE_CHECKING

from toolcrib.app import quantities
from toolcrib.cli import measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from toolcrib.app.language import Texts
    from toolcrib.model.fact import Facts
    from toolcrib.model.measurement import Figure
    from toolcrib.model.module import ModuleId
    from toolcrib.model.page import ModulePage, Verdict


def told(facts: "Facts | None", texts: "Texts") -> list[tuple[str, str]]:
    """Return labels and texts of what the index said; nothing where it said nothing."""
    if facts is None or facts.index is None:
        return []
    return [
        (texts("Licence"), facts.index.license or texts("not told")),
        (texts("Last release"), _release(facts, texts)),
        (texts("Finished"), finished(facts, texts)),
    ]


def rows(modules: "Sequence[ModulePage]", texts: "Texts") -> list[measured.Row]:
    """Return the rows of a comparison on modules as they are, a cell for each; none is empty."""
    cells = [dict(_figures(m.facts, texts)) | dict(told(m.facts, texts)) for m in modules]
    labels = dict.fromkeys(label for each in cells for label in each)
    table = [(label, [each.get(label, "") for each in cells]) for label in labels]
    return [(label, [cell or "-" for cell in row]) for label, row in table if any(row)]


def _figures(facts: "Facts | None", texts: "Texts") -> list[tuple[str, str]]:
    if facts is None:
        return []
    return [
        (texts("Proven on"), ", ".join(facts.pythons)),
        (texts("Installed size"), _range(facts.installed_size, size, texts)),
        (texts("Distributions"), _range(facts.distributions, str, texts)),
        (texts("Import time"), _median(facts.import_time)),
        (texts("Peak memory"), _range(facts.peak_memory, quantities.size, texts)),
    ]


def finished(facts: "Facts", texts: "Texts") -> str:
    """Say whether a distribution is finished, and why it is not, or is not known to be."""
    if facts.finished:
        return texts("yes")
    reason = texts(facts.unfinished or "")
    word = texts("no") if facts.finished is False else texts("as far as is known")
    return f"{word}: {reason}"


def verdict(found: "Verdict", names: "dict[ModuleId, str]", texts: "Texts") -> str:
    """Say who takes least, or that there is no difference."""
    least = ", ".join(names[module] for module in found.least)
    more = ", ".join(names[module] for module in found.more)
    if len(found.least) > 1:
        said = f"{texts('no difference')}: {least}"
        return f"{said}; {texts('more')}: {more}" if more else said
    word = texts("fastest") if found.figure.endswith("time") else texts("least")
    return f"{word}: {least}; {texts('more')}: {more}"


def labels(texts: "Texts") -> dict[str, str]:
    """Return what figures are called."""
    return {
        "installed_size": texts("Installed size"),
        "distributions": texts("Distributions"),
        "cpu_time": texts("CPU time"),
        "wall_time": texts("Wall time"),
        "import_time": texts("Import time"),
        "peak_memory": texts("Peak memory"),
    }


def size(count: int) -> str:
    """Return a number of bytes for people; of none, that there is none."""
    return quantities.size(count) if count else "0"


def as_of(modules: "Iterable[ModulePage]") -> str:
    """Return the day of the oldest thing that the index said of modules, if it said any."""
    days = (m.facts.index.as_of for m in modules if m.facts and m.facts.index)
    return min(days, default="")


def _release(facts: "Facts", texts: "Texts") -> str:
    index = facts.index
    if index is None or not index.released:
        return texts("not told")
    return f"{index.released} ({texts('newest')}: {index.newest})"


def _median(figure: "Figure | None") -> str:
    return quantities.duration(figure.median) if figure else ""


def _range(figure: "Figure | None", shown: "Callable[[int], str]", texts: "Texts") -> str:
    if figure is None:
        return ""
    low, high = shown(figure.low), shown(figure.high)
    return low if low == high else texts("{} to {}").format(low, high)
