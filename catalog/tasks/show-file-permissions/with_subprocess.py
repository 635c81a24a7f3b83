# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""The command of that name prints the text for many files at once, on Linux."""

import subprocess
from pathlib import Path

modes = {"deploy.sh": 0o755, "guests.txt": 0o666, "private.key": 0o600, "reports": 0o750}
Path("reports").mkdir()
for name, mode in modes.items():
    if name != "reports":
        Path(name).touch()
    Path(name).chmod(mode)

listing = subprocess.run(
    ["stat", "--format=%A %n", *modes], capture_output=True, text=True, check=True
)
for line in listing.stdout.splitlines():
    print(line + (": anybody may write it" if line[8] == "w" else ""))
