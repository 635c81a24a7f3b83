# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:json"
# ///
"""json.load decodes the answer, in whichever encoding of Unicode it comes."""

import json
from urllib.request import urlopen

with urlopen("http://localhost:8080/json", timeout=10) as answer:
    show = json.load(answer)["slideshow"]

print(f"{show['title']}, by {show['author']}")
for slide in show["slides"]:
    points = f"{len(slide['items'])} points" if "items" in slide else "-"
    print(f"{slide['title']}: {points}")
