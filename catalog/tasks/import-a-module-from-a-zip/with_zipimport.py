# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:zipimport"
# ///
"""The importer reads this one archive, modules and data, and leaves the search path alone."""

import zipimport
from importlib.util import module_from_spec

archive = zipimport.zipimporter("chandler.zip")
spec = archive.find_spec("depth")
depth = module_from_spec(spec)
spec.loader.exec_module(depth)

print(f"120 feet are {depth.fathoms(120)} fathoms")
print("ropes:", archive.get_data("stock/ropes.txt").decode().strip())
