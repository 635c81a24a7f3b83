# /// script
# requires-python = ">=3.11"
# dependencies = ["psutil"]
# [tool.toolcrib]
# module = "pypi:psutil"
# ///
"""An interval makes cpu_percent() wait and compare; without one the first answer is always 0.0."""

import psutil

# Get CPU usage
print(psutil.cpu_percent(interval=1))

# Get memory usage
print(psutil.virtual_memory())
