# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""os.path is the one of posixpath and ntpath that fits the system; both are there by name."""

import ntpath
import os
import posixpath

for system, module in {"POSIX": posixpath, "Windows": ntpath}.items():
    path = module.join("reports", "2026", "visitors.csv")
    print(f"{system}{', as here' if module is os.path else ''}: {path}")
    parent, name = module.split(path)
    stem, suffix = module.splitext(name)
    print(f"  name {name}, stem {stem}, suffix {suffix}, parent {parent}")
