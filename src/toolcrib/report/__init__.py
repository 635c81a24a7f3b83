"""From a report to text: one file a format."""

from toolcrib.report import github, json, markdown, sarif, text
from toolcrib.report.format import Format

FORMATS: tuple[Format, ...] = (
    text.FORMAT,
    json.FORMAT,
    sarif.FORMAT,
    github.FORMAT,
    markdown.FORMAT,
)
"""All formats; the first is the default."""
