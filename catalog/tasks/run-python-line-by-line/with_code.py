# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:code"
# ///
"""push() takes one line, runs what is complete, and says whether it waits for more."""

from code import InteractiveConsole

console = InteractiveConsole()
more = False
with open("typed.txt", encoding="utf-8") as file:
    for line in map(str.rstrip, file):
        print(f"{'...' if more else '>>>'} {line}".rstrip())
        more = console.push(line)
