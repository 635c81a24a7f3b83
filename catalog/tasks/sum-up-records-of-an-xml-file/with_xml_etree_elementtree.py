# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.etree.ElementTree"
# ///
"""iterparse hands over each element when it ends; cleared at once, it takes hardly any memory."""

import xml.etree.ElementTree as ET
from collections import Counter

kilos = Counter()
for _, element in ET.iterparse("catches.xml"):
    if element.tag == "catch":
        kilos[element.get("boat")] += float(element.findtext("kilos"))
        element.clear()
for boat, total in kilos.items():
    print(f"{boat}: {total:.2f} kg")
