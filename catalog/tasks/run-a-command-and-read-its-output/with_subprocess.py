# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""A list of arguments needs no shell and no quoting; check=True makes a failure an exception."""

import subprocess
import sys

LIST = ["cmd", "/c", "dir"] if sys.platform == "win32" else ["ls", "-l"]

listing = subprocess.run(LIST, cwd="logs", capture_output=True, text=True, check=True)
print(listing.stdout, end="")

try:
    subprocess.run([*LIST, "debug.log"], cwd="logs", capture_output=True, text=True, check=True)
except subprocess.CalledProcessError as error:
    print(f"status {error.returncode}: {error.stderr.strip()}")
