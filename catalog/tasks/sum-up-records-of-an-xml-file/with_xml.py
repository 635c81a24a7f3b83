# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml"
# ///
"""Of the parsers in the package the tree is the one to begin with, as long as the file fits in memory."""

from collections import Counter
from xml.etree import ElementTree

kilos = Counter()
for catch in ElementTree.parse("catches.xml").iterfind("catch"):
    kilos[catch.get("boat")] += float(catch.findtext("kilos"))
for boat, total in kilos.items():
    print(f"{boat}: {total:.2f} kg")
