# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.etree.ElementTree"
# ///
"""The error has its place as numbers: the line from one on, the column from nought on."""

import xml.etree.ElementTree as ET
from pathlib import Path

text = Path("menu.xml").read_text(encoding="utf-8")
try:
    ET.fromstring(text)
except ET.ParseError as error:
    line, column = error.position
    print(f"line {line}: {str(error).partition(':')[0]}")
    print(text.splitlines()[line - 1])
    print(" " * column + "^")
