# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:html.entities"
# ///
"""With the table at hand one decides oneself what to replace, here names and numbers that end in ;"""

import re
from html.entities import html5
from pathlib import Path


def character(match):
    name = match[1]
    if name.startswith("#x"):
        return chr(int(name[2:-1], 16))
    if name.startswith("#"):
        return chr(int(name[1:-1]))
    return html5.get(name, match[0])


text = Path("menu.txt").read_text(encoding="utf-8")
print(re.sub(r"&(#?\w+;)", character, text), end="")
