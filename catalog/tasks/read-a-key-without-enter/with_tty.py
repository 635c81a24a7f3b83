# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:tty"
# ///
"""setcbreak gives keys at once but leaves Ctrl-C its meaning, which setraw would take."""

import sys
import termios
import tty

print("Delete the 3 drafts? (y/n) ", end="", flush=True)
settings = termios.tcgetattr(sys.stdin)
try:
    tty.setcbreak(sys.stdin)
    key = sys.stdin.read(1)
finally:
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, settings)
print({"y": "yes, they go", "n": "no, they stay"}.get(key, f"{key!r} is no answer"))
