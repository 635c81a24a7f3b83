# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:codeop"
# ///
"""The compiler gives code, None for what goes on, or a SyntaxError, and remembers __future__."""

from codeop import CommandCompiler

compiler = CommandCompiler()
names = {}
lines = []
with open("typed.txt", encoding="utf-8") as file:
    for line in map(str.rstrip, file):
        print(f"{'...' if lines else '>>>'} {line}".rstrip())
        lines.append(line)
        if command := compiler("\n".join(lines)):
            exec(command, names)
            lines.clear()
