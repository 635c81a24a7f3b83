# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib"
# ///
"""An address is split first and unquoted after, so that a quoted & or / stays part of its value."""

from urllib.parse import parse_qs, quote, unquote, urljoin, urlsplit

ADDRESS = (
    "https://Museum.example:8443/caf%C3%A9/menu?tea=mint&tea=Earl%20Grey&with=milk%26honey#cold"
)
LINKS = ["today", "../tickets?day=sunday", "/map", "//shop.example/cups", "?tea=black", "#hot"]

parts = urlsplit(ADDRESS)
print(parts.scheme, parts.hostname, parts.port, unquote(parts.path), parts.fragment)
for name, values in parse_qs(parts.query).items():
    print(f"  {name}: {values}")
for link in LINKS:
    print(f"{link} -> {urljoin(ADDRESS, link)}")
print(parts._replace(path=quote("/café/à la carte/50%"), query="", fragment="").geturl())
