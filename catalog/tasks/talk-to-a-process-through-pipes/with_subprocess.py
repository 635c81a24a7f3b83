# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:subprocess"
# ///
"""run() feeds and empties all three pipes at once, so neither side can block the other."""

import subprocess
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen

orders = Path("orders.txt").read_text(encoding="utf-8")
grep = ["grep", "-c", "pear", "-", "returns.txt"]
found = subprocess.run(grep, input=orders, capture_output=True, text=True)
print("output:", found.stdout.strip())
print("error:", found.stderr.strip())

with (
    Popen(["sort", "orders.txt"], stdout=PIPE) as sort,
    Popen(["uniq", "-c"], stdin=sort.stdout, stdout=PIPE, text=True) as uniq,
):
    sort.stdout.close()  # uniq has it now; were it to end early, sort would be told
    print(uniq.communicate()[0], end="")

try:
    subprocess.run(["sleep", "60"], stdin=DEVNULL, timeout=0.2)
except subprocess.TimeoutExpired:
    print("sleep 60: stopped after 0.2 s")
