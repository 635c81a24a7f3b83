# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:curses.ascii"
# ///
"""unctrl writes a control character as its key, ^M for Ctrl-M; controlnames has what it is called."""

from collections import Counter
from curses import ascii
from pathlib import Path

data = Path("gauge.log").read_bytes()
for line in data.splitlines(keepends=True):
    print("".join(map(ascii.unctrl, line)))
found = Counter(filter(ascii.isctrl, data))
names = [f"{ascii.controlnames[code]} {count}" for code, count in sorted(found.items())]
print(f"{len(found)} kinds: {', '.join(names)}")
