# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.dom.minidom"
# ///
"""Every piece is a node, text as well, made by the document and then put in its place."""

from xml.dom.minidom import Document

ROOMS = {"1": "Maps & charts", "2": "Ships < 1800"}

document = Document()
root = document.appendChild(document.createElement("museum"))
root.setAttribute("name", "Harbour")
for number, title in ROOMS.items():
    room = root.appendChild(document.createElement("room"))
    room.setAttribute("number", number)
    room.appendChild(document.createTextNode(title))
print(root.toprettyxml(indent="  "), end="")
