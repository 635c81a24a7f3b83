# /// script
# requires-python = ">=3.11,<3.14"
# [tool.toolcrib]
# module = "std:ensurepip"
# ///
"""The wheel of pip comes with Python, so nothing has to be fetched from anywhere."""

import ensurepip
import re
import subprocess
import sys
from pathlib import Path

command = [sys.executable, "-m", ensurepip.__name__, "--default-pip", "--root", "fresh"]
answer = subprocess.run(command, capture_output=True, text=True, check=True)
if f"pip-{ensurepip.version()}" in answer.stdout:
    print("a pip comes with this Python, and now lies in fresh")

commands = {re.sub(r"\.\d+$", "", path.name) for path in Path("fresh").rglob("bin/pip*")}
print("commands:", ", ".join(sorted(commands)))
folder = next(Path("fresh").rglob("site-packages"))
usage = subprocess.run([sys.executable, folder / "pip", "--help"], capture_output=True, text=True)
found = [word for word in ("install", "list", "uninstall") if f"  {word} " in usage.stdout]
print("pip can", ", ".join(found))
