# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:weakref"
# ///
"""finalize runs once: by hand, when the object goes, or at the latest when the program ends."""

import weakref


class Room:
    def __init__(self, name: str) -> None:
        self.name = name
        self.leave = weakref.finalize(self, print, "lights out in", name)


kitchen, cellar, attic = Room("the kitchen"), Room("the cellar"), Room("the attic")
kitchen.leave()
print("the kitchen is", "still lit" if kitchen.leave.alive else "dark already")
del kitchen, cellar
print("the program ends")
