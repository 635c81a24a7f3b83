# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""sys.platform needs no call and no guess: it was fixed when this Python was built."""

import subprocess
import sys

commands = {
    "linux": ["ls"],
    "darwin": ["ls"],
    "win32": ["cmd", "/c", "dir", "/b", "/on"],
}
command = [*commands[sys.platform], "reports"]
print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")
