# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""A pipeline is shortest in the shell's own words, if all that comes from outside is quoted."""

import shlex
import subprocess
from pathlib import Path

name = "market; touch opened.txt"  # what a stranger may call a file
pipeline = f"sort {shlex.quote(name)} | uniq -c | sort -rn | head -n 2"
result = subprocess.run(pipeline, shell=True, capture_output=True, text=True, check=True)
print(result.stdout, end="")

print("the file's name was", "executed" if Path("opened.txt").exists() else "not executed")
