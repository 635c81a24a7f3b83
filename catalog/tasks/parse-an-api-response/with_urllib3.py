# /// script
# requires-python = ">=3.11"
# dependencies = ["urllib3"]
# [tool.toolcrib]
# module = "pypi:urllib3"
# ///
"""A pool of connections tries again when one breaks, and its answers decode themselves."""

import urllib3

answer = urllib3.request("GET", "http://localhost:8080/json", timeout=10)
show = answer.json()["slideshow"]

print(f"{show['title']}, by {show['author']}")
for slide in show["slides"]:
    points = f"{len(slide['items'])} points" if "items" in slide else "-"
    print(f"{slide['title']}: {points}")
