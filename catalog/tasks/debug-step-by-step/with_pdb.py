# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pdb"
# ///
"""At each stop all variables can be looked at, and with up those of the callers, too."""

import os
import pdb


def average(readings):
    total = 0
    for reading in readings:
        total += reading
    return total / len(readings)


def report(day):
    mean = average([21, 22, 20])
    print(f"{day}: {mean} degrees")


os.environ["PYTHON_BASIC_REPL"] = "1"  # no colours at the prompt, from Python 3.15 on either
pdb.runcall(report, "Monday")
