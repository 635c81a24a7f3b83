"""Measured figures as text, for the commands that show them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from toolcrib.app import quantities
from toolcrib.model.measurement import Figure, Figures, Measurement, Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toolcrib.app.language import Texts
    from toolcrib.app.measure import Measured
    from toolcrib.model.page import Program

Row = tuple[str, list[str]]


def rows(programs: Sequence["Program"], texts: "Texts") -> list[Row]:
    """Return the rows of a comparison that were measured, a cell for each program."""
    times = {
        "cpu_time": texts("CPU time"),
        "wall_time": texts("Wall time"),
        "import_time": texts("Import time"),
    }
    table = [
        (label, [_cell(program, name, quantities.duration, texts) for program in programs])
        for name, label in times.items()
    ]
    table.append((texts("Peak memory"), [_memory(program, texts) for program in programs]))
    return table


def _memory(program: "Program", texts: "Texts") -> str:
    """Return the memory as measured, else the most that any run took."""
    if program.measurement is None:
        return quantities.size(program.measured.peak_memory)
    return _cell(program, "peak_memory", quantities.size, texts)


def _cell(program: "Program", name: str, shown: Callable[[int], str], texts: "Texts") -> str:
    figure = _figure(program.measurement, name)
    if figure is None:
        return "-"
    standing = ""
    match program.standing.get(name):
        case Standing.LEAST:
            standing = texts("least") if name == "peak_memory" else texts("fastest")
        case Standing.NO_DIFFERENCE:
            standing = texts("no difference")
        case _:
            pass
    text = shown(figure.median)
    low, high = shown(figure.low), shown(figure.high)
    if low != high:
        text += f" ({texts('{} to {}').format(low, high)})"
    return f"{text}, {standing}" if standing else text


def _figure(measurement: Measurement | None, name: str) -> Figure | None:
    return getattr(measurement.figures, name) if measurement else None


def notes(programs: Sequence["Program"], texts: "Texts") -> list[str]:
    """Say when and where the programs were measured, and whether that was a quiet place."""
    found = (program.measurement for program in programs)
    together = {m.circumstances: m for m in found if m}
    return [note(measurement, texts) for measurement in together.values()]


def note(measurement: Measurement, texts: "Texts") -> str:
    """Say when and where was measured, and whether that was a quiet place."""
    place = texts("Measured on {} with Python {}, in {} rounds, on {} ({} cores).").format(
        measurement.when.date().isoformat(),
        measurement.python,
        measurement.rounds,
        measurement.computer.cpu,
        measurement.computer.cores,
    )
    if not measurement.is_noisy:
        return place
    return f"{place} {texts('The machine was busy with something else: the figures are noisy.')}"


def report(task: "Measured") -> "Iterator[str]":
    """Yield the lines that tell what came of measuring a task."""
    noisy = ", noisy" if any(each.is_noisy for each in task.measurements) else ""
    on = {f" on Python {each.python}" for each in task.measurements}
    yield f"{task.task}: {len(task.measurements)} measured{''.join(on)}{noisy}"
    for each in task.measurements:
        yield f"  {each.solution}: {_medians(each.figures)}"
    for left_out in task.left_out:
        reason, _, _ = left_out.reason.partition("\n")
        yield f"  {left_out.label}: left out: {reason}; {left_out.mend}".removesuffix("; ")


def _medians(figures: Figures) -> str:
    times = {"CPU": figures.cpu_time, "wall": figures.wall_time, "import": figures.import_time}
    told = [f"{name} {quantities.duration(each.median)}" for name, each in times.items() if each]
    return ", ".join((*told, f"memory {quantities.size(figures.peak_memory.median)}"))
