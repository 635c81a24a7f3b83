# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:venv"
# ///
"""The environment's own python needs no activation: called by its path, it finds its packages."""

import os
import subprocess
import venv
from pathlib import Path

CHECK = "import sys; print(sys.prefix if sys.prefix != sys.base_prefix else 'none')"

env = Path("harbour-env")
venv.create(env, with_pip=False, prompt="harbour")
python = env / ("Scripts" if os.name == "nt" else "bin") / "python"

settings = dict(line.split(" = ", 1) for line in (env / "pyvenv.cfg").read_text().splitlines())
print("prompt:", settings["prompt"].strip("'"))
print("sees packages of the system:", settings["include-system-site-packages"])
found = subprocess.run([python, "-c", CHECK], capture_output=True, text=True, check=True).stdout
print("its python works in", Path(found.strip()).name)
