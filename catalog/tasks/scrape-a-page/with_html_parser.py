# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:html.parser"
# ///
"""The parser reports tags as they come and never fails on one that was left open."""

from html.parser import HTMLParser
from urllib.request import urlopen

import harbour


class Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.title, self.links, self.rows, self.inside = "", [], [], set()

    def handle_starttag(self, tag, attrs):
        self.inside.add(tag)
        if tag == "a":
            self.links.append([dict(attrs).get("href"), ""])
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        self.inside.discard(tag)

    def handle_data(self, data):
        self.title += data if "title" in self.inside else ""
        if "a" in self.inside:
            self.links[-1][1] += data
        if "table" in self.inside and any(self.rows[-1:]):
            self.rows[-1][-1] += data


page = Page()
with urlopen(f"{harbour.start()}/ferries.html", timeout=5) as answer:
    page.feed(answer.read().decode())
print(page.title)
print(*(f"{label} -> {address}" for address, label in page.links), sep="\n")
print(*(" | ".join(map(str.strip, row)) for row in page.rows), sep="\n")
