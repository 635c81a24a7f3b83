# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:termios"
# ///
"""Of all the terminal's settings two are cleared: ICANON, which waits for Enter, and ECHO."""

import sys
import termios

LOCAL_MODES = 3

print("Delete the 3 drafts? (y/n) ", end="", flush=True)
before = termios.tcgetattr(sys.stdin)
settings = termios.tcgetattr(sys.stdin)
settings[LOCAL_MODES] &= ~(termios.ICANON | termios.ECHO)
try:
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, settings)
    key = sys.stdin.read(1)
finally:
    termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
print({"y": "yes, they go", "n": "no, they stay"}.get(key, f"{key!r} is no answer"))
