# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:unicodedata"
# ///
"""Name and category tell apart what looks the same: letters, spaces, marks that one cannot see."""

import unicodedata
from pathlib import Path

text = Path("address.txt").read_text(encoding="utf-8").rstrip("\n")
for place, char in enumerate(text, start=1):
    if not char.isascii():
        kind, name = unicodedata.category(char), unicodedata.name(char, "(no name)")
        print(f"{place:2} U+{ord(char):04X} {kind} {name}")
