# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:importlib"
# ///
"""The files of a package can be listed as resources, and import_module takes a name made of each."""

from importlib import import_module
from importlib.resources import files

names = {entry.name.removesuffix(".py") for entry in files("collectors").iterdir()}
for name in sorted(name for name in names if not name.startswith("_")):
    plugin = import_module(f"collectors.{name}")
    print(f"{name}: {plugin.TITLE}, {plugin.PIECES} pieces")
