# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:stat"
# ///
"""st_mode is a number full of bits, and stat has their names and the text that ls makes of them."""

import stat
from pathlib import Path

modes = {"deploy.sh": 0o755, "guests.txt": 0o666, "private.key": 0o600, "reports": 0o750}
Path("reports").mkdir()
for name, mode in modes.items():
    if name != "reports":
        Path(name).touch()
    Path(name).chmod(mode)

for name in modes:
    mode = Path(name).stat().st_mode
    print(stat.filemode(mode), name + (": anybody may write it" if mode & stat.S_IWOTH else ""))
