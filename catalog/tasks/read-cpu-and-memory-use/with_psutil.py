# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""An interval makes cpu_percent() wait and compare; without one the first answer is always 0.0."""

import psutil

MIB = 2**20

memory = psutil.virtual_memory()
print(f"CPU: {psutil.cpu_percent(interval=1)} % in use")
print(f"memory: {memory.percent} % in use")
print(f"available: {memory.available / MIB:,.0f} of {memory.total / MIB:,.0f} MiB")
