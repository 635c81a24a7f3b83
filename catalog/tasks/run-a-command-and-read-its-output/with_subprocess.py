# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""A list of arguments needs no shell and no quoting; check=True makes a failure an exception."""

import subprocess

listing = subprocess.run(["ls", "-l", "logs"], capture_output=True, text=True, check=True)
for line in listing.stdout.splitlines()[1:]:
    columns = line.split()
    print(f"{columns[-1]}: {columns[4]} bytes")

try:
    subprocess.run(["cat", "logs/debug.log"], capture_output=True, text=True, check=True)
except subprocess.CalledProcessError as error:
    print(f"status {error.returncode}: {error.stderr.strip()}")
