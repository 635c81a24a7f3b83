# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib.parse"
# ///
"""The query is read as pairs, sorted out and written again, so that all else stays as it is."""

from urllib.parse import parse_qsl, urlencode, urlsplit


def is_tracking(name: str) -> bool:
    return name.startswith("utm_") or name in ("fbclid", "gclid")


with open("links.txt", encoding="utf-8") as file:
    for link in file:
        parts = urlsplit(link.strip())
        pairs = parse_qsl(parts.query, keep_blank_values=True)
        query = urlencode([(name, value) for name, value in pairs if not is_tracking(name)])
        print(parts._replace(query=query).geturl())
