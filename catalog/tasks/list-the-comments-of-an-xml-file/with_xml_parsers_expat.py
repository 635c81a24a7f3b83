# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.parsers.expat"
# ///
"""The parser calls for comments, too; a list of open elements tells where each one stands."""

from xml.parsers.expat import ParserCreate

path = []
parser = ParserCreate()
parser.StartElementHandler = lambda name, attributes: path.append(name)
parser.EndElementHandler = lambda name: path.pop()
parser.CommentHandler = lambda text: print(f"{path[-1]}: {text.strip()}")
with open("settings.xml", "rb") as file:
    parser.ParseFile(file)
