# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:sys"
# ///
"""sys.platform is fixed when Python is built: nothing is asked, and type checkers know it."""

import os
import sys
from pathlib import Path

system = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}.get(sys.platform, sys.platform)

settings = {
    "Linux": "~/.config",
    "Darwin": "~/Library/Application Support",
    "Windows": "~/AppData/Roaming",
}
for name, folder in settings.items():
    print(f"{name}: settings lie in {folder}")

script = Path(__file__)
features = {
    "fork": hasattr(os, "fork"),
    "symbolic links": hasattr(os, "symlink"),
    "case-sensitive names": not script.with_name(script.name.upper()).exists(),
}
for feature, there in features.items():
    print(f"{feature}: {'yes' if there else 'no'}")
print("this system is", system)
