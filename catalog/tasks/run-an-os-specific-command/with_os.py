# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""Where all systems of POSIX have the same command, the two words of os.name are enough."""

import os
import subprocess

commands = {"posix": ["ls"], "nt": ["cmd", "/c", "dir", "/b", "/on"]}
command = [*commands[os.name], "reports"]
print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")
