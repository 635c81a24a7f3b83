# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:mmap"
# ///
"""Regular expressions and slices work on the map, and the system fetches and writes what they touch."""

import mmap
import re

with open("survey.dat", "wb") as file:
    file.write(b"SURVEY ID:0001")
    file.seek(1_000_013)
    file.write(b"ID:0002")
    file.seek(3_000_011)
    file.write(b"ID:0003")

with open("survey.dat", "r+b") as file, mmap.mmap(file.fileno(), 0) as survey:
    print(len(survey), "bytes")
    places = [match.start() for match in re.finditer(rb"ID:\d{4}", survey)]
    print("ID at", ", ".join(map(str, places)))
    survey[places[1] : places[1] + 7] = b"ID:0042"
    survey.flush()

with open("survey.dat", "rb") as file:
    file.seek(places[1])
    print("changed:", file.read(7).decode(), "at", places[1])
    print("the file keeps its", file.seek(0, 2), "bytes")
