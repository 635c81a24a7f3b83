# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.sax.saxutils"
# ///
"""Each call is written at once, so a document may be longer than memory; line ends are one's own."""

import sys
from xml.sax.saxutils import XMLGenerator

ROOMS = {"1": "Maps & charts", "2": "Ships < 1800"}

writer = XMLGenerator(sys.stdout, encoding="utf-8")
writer.startElement("museum", {"name": "Harbour"})
for number, title in ROOMS.items():
    writer.characters("\n  ")
    writer.startElement("room", {"number": number})
    writer.characters(title)
    writer.endElement("room")
writer.characters("\n")
writer.endElement("museum")
print()
