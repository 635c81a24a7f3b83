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
    def __init__(self) -> None:
        super().__init__()
        self.title = ""
        self.links: list[tuple[str, str]] = []
        self.rows: list[list[str]] = []
        self.inside: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.add(tag)
        if tag == "a":
            self.address = dict(attrs).get("href")
            self.label = ""
        elif tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        self.inside.discard(tag)
        if tag == "a" and self.address:
            self.links.append((self.label, self.address))

    def handle_data(self, data: str) -> None:
        if "title" in self.inside:
            self.title += data
        if "a" in self.inside:
            self.label += data
        if "table" in self.inside and self.rows and self.rows[-1]:
            self.rows[-1][-1] += data


page = Page()
with urlopen(f"{harbour.start()}/ferries.html", timeout=5) as answer:
    page.feed(answer.read().decode())
page.close()

print(page.title)
for label, address in page.links:
    print(label, "->", address)
for row in page.rows:
    print(" | ".join(cell.strip() for cell in row))
