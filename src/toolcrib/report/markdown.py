"""Markdown: a report to paste into an issue or a job's summary."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from toolcrib.model.example import ExampleOutcome
from toolcrib.model.finding import Finding, Level, Report
from toolcrib.report.format import Format
from toolcrib.report.summary import summary, summary_of_examples

_SIGNS = {Level.ERROR: "❌", Level.WARNING: "⚠️", Level.INFO: "ℹ️"}  # noqa: RUF001 -- the sign for information
# Whatever has a meaning in Markdown (CommonMark 0.31, section 2.4) or in a table.
_MARKED = str.maketrans({sign: f"\\{sign}" for sign in r"\`*_{}[]<>()#+-.!|~&@:"})


def write(report: Report, _width: int) -> str:
    """Return a report as Markdown, whatever stands in it shown as it is."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield "# Check of module lists"
    yield ""
    yield f"{_plain(summary(report))}."
    for path, found in groupby(report.findings, key=lambda finding: finding.path):
        yield from ("", f"## {_plain(path)}", "")
        yield from _table(found)
    if report.unchecked:
        yield from ("", "## Not checked", "")
        for one in report.unchecked:
            place = f"{one.path}:{one.line}" if one.line else one.path
            yield f"- {_plain(place)}: {_plain(one.said)}"
    if report.examples:
        yield from ("", "## Examples", "", f"{_plain(summary_of_examples(report.examples))}.")
        for run in report.examples:
            if run.outcome is ExampleOutcome.FAILED:
                where = f"{', '.join(run.names)} ({run.path}:{run.line})"
                yield from ("", f"- {_plain(where)}: {_plain(run.reason)}")


def _table(found: Iterable[Finding]) -> Iterator[str]:
    yield "| line | | rule | what is wrong | fix |"
    yield "|--:|---|---|---|---|"
    for one in found:
        cells = (f"{one.line}", _SIGNS[one.level], one.code, _plain(one.message), _plain(one.fix))
        yield f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is, in one line."""
    return " ".join(text.split()).translate(_MARKED)


FORMAT = Format(name="markdown", write=write)
