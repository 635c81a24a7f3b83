"""JSON: one object of mentions, findings, examples and what could not be checked."""

import msgspec

from toolcrib.model.finding import Report
from toolcrib.report.format import Format


def write(report: Report, _width: int) -> str:
    """Return a report as one line of JSON with its schema number, however narrow the reader is."""
    data = {
        "schema": 1,
        "mentions": report.mentions,
        "findings": report.findings,
        "unchecked": report.unchecked,
        "examples": report.examples,
    }
    return msgspec.json.encode(data).decode() + "\n"


FORMAT = Format(name="json", write=write)
