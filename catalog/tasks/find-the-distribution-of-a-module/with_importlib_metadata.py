# /// script
# requires-python = ">=3.11"
# dependencies = ["python-dotenv", "requests"]
# [tool.toolcrib]
# module = "std:importlib.metadata"
# ///
"""The files that pip leaves beside each package tell what belongs to what; nothing is imported."""

import re
from importlib.metadata import distribution, packages_distributions

owners = packages_distributions()
for module in "dotenv", "requests", "idna", "sails":
    if module not in owners:
        print(f"{module}: no module of that name")
        continue
    found = distribution(owners[module][0])
    needs = [line for line in found.requires or [] if "extra ==" not in line]
    names = sorted(re.match(r"[\w.-]+", line)[0].replace("_", "-") for line in needs)
    print(f"{module} comes from {found.name}, which needs", ", ".join(names) or "nothing")
