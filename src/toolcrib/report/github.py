"""GitHub annotations: workflow commands, one a finding, that a pull request shows at its line.

The form is that of GitHub's "Workflow commands for GitHub Actions": data escape `%`, CR and LF,
properties `:` and `,` as well.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Finding, Level, Report
from toolcrib.report.format import Format

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.INFO: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(report: Report, _width: int) -> str:
    """Return a report as workflow commands; one without findings is empty."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield _command(
            _COMMANDS[finding.level],
            {
                "file": finding.path,
                "line": str(finding.line),
                "col": str(finding.column),
                # GitHub counts the last column in.
                "endColumn": str(max(finding.column, finding.end - 1)),
                "title": finding.code,
            },
            _said(finding),
        )
    for one in report.unchecked:
        place = {"file": one.path, **({"line": str(one.line)} if one.line else {})}
        yield _command("notice", {**place, "title": "unchecked"}, one.said)


def _said(finding: Finding) -> str:
    return f"{finding.message}; fix: {finding.fix}" if finding.fix else finding.message


def _command(name: str, properties: dict[str, str], data: str) -> str:
    said = ",".join(f"{key}={value.translate(_PROPERTY)}" for key, value in properties.items())
    return f"::{name} {said}::{data.translate(_DATA)}"


FORMAT = Format(name="github", write=write)
