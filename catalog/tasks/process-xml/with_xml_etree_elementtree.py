# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.etree.ElementTree"
# ///
"""A mapping of prefixes keeps paths short, and registered prefixes survive the writing."""

import xml.etree.ElementTree as ET

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
NAMESPACES = {"": SVG, "xlink": XLINK}
for prefix, address in NAMESPACES.items():
    ET.register_namespace(prefix, address)

tree = ET.parse("plan.svg")
for link in tree.iterfind("a", NAMESPACES):
    print(link.find("rect", NAMESPACES).get("id"), link.get(f"{{{XLINK}}}href"))

shop = tree.find(".//rect[@id='shop']", NAMESPACES)
shop.set("fill", "gold")
ET.SubElement(shop, f"{{{SVG}}}title").text = "Maps & postcards"

ET.indent(tree)
tree.write("coloured.svg", encoding="utf-8")
with open("coloured.svg", encoding="utf-8") as file:
    print(file.read())
