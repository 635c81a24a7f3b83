# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""urljoin does what a browser does with a link, by the rules of RFC 3986."""

from urllib.parse import urljoin

page = "/guides/boats/index.html"
links = "prices.html", "../map.html", "./crew/skipper.html", "../../index.html", "/tides/today.html"
for link in links:
    print(link, "->", urljoin(page, link))
