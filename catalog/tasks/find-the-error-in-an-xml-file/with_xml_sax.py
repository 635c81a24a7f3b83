# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.sax"
# ///
"""An empty handler checks a file of any size, and the exception knows where it stood."""

import xml.sax
from pathlib import Path

text = Path("menu.xml").read_text(encoding="utf-8")
try:
    xml.sax.parseString(text, xml.sax.ContentHandler())
except xml.sax.SAXParseException as error:
    print(f"line {error.getLineNumber()}: {error.getMessage()}")
    print(text.splitlines()[error.getLineNumber() - 1])
    print(" " * error.getColumnNumber() + "^")
