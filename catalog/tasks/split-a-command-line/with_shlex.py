# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:shlex"
# ///
"""It knows quotes, backslashes and comments, which split() does not, and quote keeps a name one word."""

import shlex
from pathlib import Path

for line in Path("commands.txt").read_text(encoding="utf-8").splitlines():
    try:
        print(shlex.split(line, comments=True))
    except ValueError as error:
        print(f"{error}: {line}")
print(shlex.join(["rm", "--", "old notes; rm -rf *.txt"]))
