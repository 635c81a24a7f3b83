# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""argv holds the words as the shell has split them, all of them text, behind the script's path."""

import sys

script, *words = sys.argv
print(words)
print(f"{words[0]}: {2026 - int(words[1])} years old")
