# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""An error page is often JSON as well, so raise_for_status comes before json()."""

import requests

answer = requests.get("http://localhost:8080/json", timeout=10)
answer.raise_for_status()
show = answer.json()["slideshow"]

print(f"{show['title']}, by {show['author']}")
for slide in show["slides"]:
    points = f"{len(slide['items'])} points" if "items" in slide else "-"
    print(f"{slide['title']}: {points}")
