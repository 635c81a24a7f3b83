# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.sax"
# ///
"""The handler remembers what it needs from event to event, so a file of any size will do."""

import xml.sax
from collections import Counter


class Scales(xml.sax.ContentHandler):
    def __init__(self) -> None:
        self.kilos, self.boat, self.text = Counter(), "", []

    def startElement(self, name, attributes) -> None:
        self.text.clear()
        if name == "catch":
            self.boat = attributes["boat"]

    def characters(self, content) -> None:
        self.text.append(content)

    def endElement(self, name) -> None:
        if name == "kilos":
            self.kilos[self.boat] += float("".join(self.text))


scales = Scales()
xml.sax.parse("catches.xml", scales)
for boat, total in scales.kilos.items():
    print(f"{boat}: {total:.2f} kg")
