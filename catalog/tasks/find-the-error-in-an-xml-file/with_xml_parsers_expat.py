# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.parsers.expat"
# ///
"""The parser under all others: its error has a code, which ErrorString puts into words."""

from pathlib import Path
from xml.parsers.expat import ErrorString, ExpatError, ParserCreate

text = Path("menu.xml").read_text(encoding="utf-8")
try:
    ParserCreate().Parse(text, True)
except ExpatError as error:
    print(f"line {error.lineno}: {ErrorString(error.code)}")
    print(text.splitlines()[error.lineno - 1])
    print(" " * error.offset + "^")
