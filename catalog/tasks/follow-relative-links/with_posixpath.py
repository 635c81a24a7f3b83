# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:posixpath"
# ///
"""Paths of a site have slashes on every system, so it is posixpath that joins them, not os.path."""

import posixpath

page = "/guides/boats/index.html"
links = "prices.html", "../map.html", "./crew/skipper.html", "../../index.html", "/tides/today.html"
for link in links:
    print(link, "->", posixpath.normpath(posixpath.join(posixpath.dirname(page), link)))
