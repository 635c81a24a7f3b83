# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""The command is the one that people type, run by the very Python that runs the program."""

import os
import subprocess
import sys
from pathlib import Path

CHECK = "import sys; print(sys.prefix if sys.prefix != sys.base_prefix else 'none')"

env = Path("harbour-env")
make = [sys.executable, "-m", "venv", "--without-pip", "--prompt", "harbour", env]
subprocess.run(make, check=True)
python = env / ("Scripts" if os.name == "nt" else "bin") / "python"

settings = dict(line.split(" = ", 1) for line in (env / "pyvenv.cfg").read_text().splitlines())
print("prompt:", settings["prompt"].strip("'"))
print("sees packages of the system:", settings["include-system-site-packages"])
found = subprocess.run([python, "-c", CHECK], capture_output=True, text=True, check=True).stdout
print("its python works in", Path(found.strip()).name)
