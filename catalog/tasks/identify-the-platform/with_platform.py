# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:platform"
# ///
"""processor() is empty where uname -p knows nothing, as on Debian; the kernel's table helps."""

import platform
import subprocess
import sys


def uname(option):
    return subprocess.check_output(["uname", option], text=True).strip()


def processor():
    if name := platform.processor():
        return name
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        for line in file:
            key, _, value = line.partition(":")
            if key.strip() == "model name":
                return value.strip()
    return platform.machine()


print(f"system: {platform.system()}, and uname -s says {uname('-s')}")
print(f"processor: {processor()}, and uname -p says {uname('-p')}")
print(f"Python: {platform.python_version()}, and sys.version_info says", end=" ")
print(*sys.version_info[:3], sep=".")
