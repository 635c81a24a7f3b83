# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:importlib"
# ///
"""A folder with __init__.py is a package; one made just now needs invalidate_caches first."""

import importlib
from pathlib import Path

FILES = {
    "__init__.py": """\
from museum.hours import is_open
from museum.tickets import price

__all__ = ["is_open", "price"]
""",
    "hours.py": """\
def is_open(hour):
    return 10 <= hour < 18
""",
    "tickets.py": """\
def price(visitors):
    return 9 * visitors
""",
}

package = Path("museum")
package.mkdir()
for name, text in FILES.items():
    (package / name).write_text(text, encoding="utf-8")
    print(package / name)

importlib.invalidate_caches()
museum = importlib.import_module("museum")
print("museum exports", ", ".join(museum.__all__))
print("price of 3 tickets:", museum.price(3))
print("open at 18:", "yes" if museum.is_open(18) else "no")
