# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:weakref"
# ///
"""The dictionary holds its values weakly: an entry goes with the last one who uses the value."""

from weakref import WeakValueDictionary


class Map:
    def __init__(self, place: str) -> None:
        print("reading the map of", place)
        self.place = place


maps: WeakValueDictionary[str, Map] = WeakValueDictionary()


def open_map(place: str) -> Map:
    found = maps.get(place)
    if found is None:
        found = maps[place] = Map(place)
    return found


left, right = open_map("Lisbon"), open_map("Lisbon")
print("both windows show one map" if left is right else "each window has its own")
other = open_map("Porto")
print("kept:", *sorted(maps))
del left, other
print("kept:", *sorted(maps))
del right
print("kept:", *sorted(maps) or ["none"])
