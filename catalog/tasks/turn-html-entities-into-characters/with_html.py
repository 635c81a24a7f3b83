# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:html"
# ///
"""unescape knows names, decimal and hexadecimal numbers, and leaves a lone & as it is."""

import html
from pathlib import Path

print(html.unescape(Path("menu.txt").read_text(encoding="utf-8")), end="")
