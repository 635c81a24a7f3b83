# /// script
# requires-python = ">=3.11"
# dependencies = ["beautifulsoup4", "lxml"]
# [tool.toolcrib]
# module = "pypi:beautifulsoup4"
# ///
"""Over lxml, Beautiful Soup closes what a page leaves open, much as a browser would."""

from urllib.request import urlopen

import harbour
from bs4 import BeautifulSoup

with urlopen(f"{harbour.start()}/ferries.html", timeout=5) as answer:
    page = BeautifulSoup(answer, "lxml")

print(page.title.string)
for link in page.find_all("a", href=True):
    print(link.get_text(), "->", link["href"])
for row in page.table.find_all("tr"):
    print(" | ".join(cell.get_text().strip() for cell in row.find_all(["th", "td"])))
