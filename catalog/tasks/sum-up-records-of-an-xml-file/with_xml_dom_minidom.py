# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.dom.minidom"
# ///
"""The whole document is there at once, with the names that a browser's scripts have for it."""

from collections import Counter
from xml.dom import minidom

kilos = Counter()
with minidom.parse("catches.xml") as document:
    for catch in document.getElementsByTagName("catch"):
        text = catch.getElementsByTagName("kilos")[0].firstChild.data
        kilos[catch.getAttribute("boat")] += float(text)
for boat, total in kilos.items():
    print(f"{boat}: {total:.2f} kg")
