# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:zipapp"
# ///
"""Python runs an archive that has a __main__ in it, so a whole folder becomes one file to copy."""

import subprocess
import sys
import zipapp
from pathlib import Path

zipapp.create_archive("tides", "tides.pyz", interpreter="/usr/bin/env python3", main="ask:main")

print("first line:", Path("tides.pyz").read_bytes().partition(b"\n")[0].decode())
print("$ tides.pyz Calais Dover", flush=True)
subprocess.run([sys.executable, "tides.pyz", "Calais", "Dover"], check=True)
