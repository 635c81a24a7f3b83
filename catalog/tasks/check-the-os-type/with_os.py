# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""os.name only tells nt from posix; on the latter, uname knows which one it is."""

import os
from pathlib import Path

system = "Windows" if os.name == "nt" else os.uname().sysname

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
