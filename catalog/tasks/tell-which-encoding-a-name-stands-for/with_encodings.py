# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:encodings"
# ///
"""search_function finds what open would take, whatever the name's capitals, hyphens and aliases."""

import encodings
from collections import defaultdict

NAMES = "UTF8 Latin-1 Windows-1252 Macintosh L1 ISO-8859-1 U8 1252 cp65001 utf8mb4".split()

same = defaultdict(list)
for name in NAMES:
    codec = encodings.search_function(name.lower())
    same[codec.name if codec else "nothing that Python knows"].append(name)
for real, names in same.items():
    print(f"{real}: {', '.join(names)}")
