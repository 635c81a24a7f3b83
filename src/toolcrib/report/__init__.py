"""From a report to text: one file a format."""

from toolcrib.report import json, text
from toolcrib.report.format import Format

FORMATS: tuple[Format, ...] = (text.FORMAT, json.FORMAT)
"""All formats; the first is the default."""
