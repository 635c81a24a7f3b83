# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:platform"
# ///
"""A table of commands by system names what is supported; any other system is a KeyError."""

import platform
import subprocess

commands = {
    "Linux": ["ls"],
    "Darwin": ["ls"],
    "Windows": ["cmd", "/c", "dir", "/b", "/on"],
}
command = [*commands[platform.system()], "reports"]
print(subprocess.run(command, capture_output=True, text=True, check=True).stdout, end="")
