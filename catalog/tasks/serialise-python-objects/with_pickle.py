# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pickle"
# ///
"""Classes and shared references survive; find_class decides what a stranger's file may name."""

import pickle
from dataclasses import dataclass


@dataclass
class Station:
    name: str


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) != ("__main__", "Station"):
            raise pickle.UnpicklingError(f"refused {module}.{name}")
        return Station


nice = Station("Nice")
lines = {"red": [Station("Lyon"), nice], "blue": [nice]}
with open("lines.pickle", "wb") as file:
    pickle.dump(lines, file)

with open("lines.pickle", "rb") as file:
    loaded = Careful(file).load()
print(loaded)
shared = loaded["red"][1] is loaded["blue"][0]
print(f"equal: {loaded == lines}, the same: {loaded is lines}, Nice still shared: {shared}")
try:
    with open("hostile.pickle", "rb") as file:
        Careful(file).load()
except pickle.UnpicklingError as error:
    print("hostile.pickle:", error)
