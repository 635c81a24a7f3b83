# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.dom.pulldom"
# ///
"""The file is run through, and only the elements that are wanted become a tree."""

from collections import Counter
from xml.dom import pulldom

kilos = Counter()
events = pulldom.parse("catches.xml")
for event, node in events:
    if event == pulldom.START_ELEMENT and node.tagName == "catch":
        events.expandNode(node)
        text = node.getElementsByTagName("kilos")[0].firstChild.data
        kilos[node.getAttribute("boat")] += float(text)
for boat, total in kilos.items():
    print(f"{boat}: {total:.2f} kg")
