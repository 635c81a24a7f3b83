# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pprint"
# ///
"""What fits into the width stays on a line, what does not is broken up where the structure is."""

from pprint import pp, pprint

boat = {
    "name": "Mona",
    "built": 1931,
    "crew": ["Ada", "Jean", "Oskar"],
    "log": {"May 1": ["Calais", 12], "May 3": ["Dover", 7]},
}
pp(boat, width=60, indent=1)
print()
pprint(boat, depth=1, indent=1)
