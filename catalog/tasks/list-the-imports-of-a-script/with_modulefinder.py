# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:modulefinder"
# ///
"""It reads the compiled code for imports and follows them, so a missing module harms nobody."""

import sys
from modulefinder import ModuleFinder

finder = ModuleFinder(path=["."])
finder.run_script("app.py")
own = {name for name, module in finder.modules.items() if module.__file__} - {"__main__"}
print("of the project:", ", ".join(sorted(own)))
standard = {*finder.modules, *finder.badmodules} & sys.stdlib_module_names
print("of Python:", ", ".join(sorted(standard)))
for name, users in sorted(finder.badmodules.items()):
    if name not in sys.stdlib_module_names:
        print(f"of others: {name} (imported by {', '.join(sorted(users))})")
