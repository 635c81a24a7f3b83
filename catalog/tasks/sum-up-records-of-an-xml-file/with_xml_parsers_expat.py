# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.parsers.expat"
# ///
"""Three plain functions are all; with buffer_text a text comes in one piece."""

from collections import Counter
from xml.parsers.expat import ParserCreate

kilos = Counter()
boat = text = ""


def start(name: str, attributes: dict[str, str]) -> None:
    global boat
    boat = attributes.get("boat", boat)


def characters(data: str) -> None:
    global text
    text = data


def end(name: str) -> None:
    if name == "kilos":
        kilos[boat] += float(text)


parser = ParserCreate()
parser.buffer_text = True
parser.StartElementHandler = start
parser.CharacterDataHandler = characters
parser.EndElementHandler = end
with open("catches.xml", "rb") as file:
    parser.ParseFile(file)
for name, total in kilos.items():
    print(f"{name}: {total:.2f} kg")
