# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.etree.ElementTree"
# ///
"""An element is made in its place in the tree, and the indentation comes last."""

import xml.etree.ElementTree as ET

ROOMS = {"1": "Maps & charts", "2": "Ships < 1800"}

root = ET.Element("museum", name="Harbour")
for number, title in ROOMS.items():
    ET.SubElement(root, "room", number=number).text = title
ET.indent(root)
print(ET.tostring(root, encoding="unicode"))
