# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:graphlib"
# ///
"""get_ready gives all that may start now, and done tells what has become possible since."""

from graphlib import CycleError, TopologicalSorter

before = {
    "foundation": ["dig"],
    "walls": ["foundation", "order wood"],
    "roof": ["walls"],
    "windows": ["walls"],
    "paint": ["roof", "windows"],
}
sorter = TopologicalSorter(before)
sorter.prepare()
day = 1
while sorter.is_active():
    steps = sorter.get_ready()
    print(f"{day}. {', '.join(sorted(steps))}")
    sorter.done(*steps)
    day += 1

before["walls"].append("paint")
before["paint"].remove("roof")
try:
    TopologicalSorter(before).prepare()
except CycleError as error:
    _, circle = error.args
    print("a circle:", ", ".join(sorted(set(circle))))
