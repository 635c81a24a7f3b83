# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""A text goes to standard error with status 1, a number is the status, and nothing is success."""

import subprocess
import sys

for ending in ('sys.exit("Exiting program")', "sys.exit(3)", "sys.exit()"):
    script = f"import sys; print(sys.argv); {ending}"
    command = [sys.executable, "-c", script, "march", "2026"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(ending)
    print("  standard output:", done.stdout.strip())
    print("  standard error:", done.stderr.strip() or "nothing")
    print("  status:", done.returncode)
