# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:xml.dom"
# ///
"""Every node tells its kind, so one walk over the children finds what no tag name finds."""

from xml.dom import Node
from xml.dom.minidom import parse


def walk(node: Node) -> None:
    for child in node.childNodes:
        if child.nodeType == Node.COMMENT_NODE:
            print(f"{node.tagName}: {child.data.strip()}")
        walk(child)


walk(parse("settings.xml").documentElement)
