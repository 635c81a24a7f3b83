# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pkgutil"
# ///
"""A new plugin is a new file: iter_modules finds it, wherever the package lies, and imports nothing itself."""

import importlib
import pkgutil

import collectors

for found in pkgutil.iter_modules(collectors.__path__):
    plugin = importlib.import_module(f"collectors.{found.name}")
    print(f"{found.name}: {plugin.TITLE}, {plugin.PIECES} pieces")
