# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.dom"
# ///
"""The implementation makes the document, root element included, whichever one is installed."""

from xml.dom import getDOMImplementation

ROOMS = {"1": "Maps & charts", "2": "Ships < 1800"}

document = getDOMImplementation().createDocument(None, "museum", None)
root = document.documentElement
root.setAttribute("name", "Harbour")
for number, title in ROOMS.items():
    room = root.appendChild(document.createElement("room"))
    room.setAttribute("number", number)
    room.appendChild(document.createTextNode(title))
print(root.toprettyxml(indent="  "), end="")
