# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""A file that fits into memory is read whole, changed as a bytearray, and written back whole."""

import re
from pathlib import Path

path = Path("survey.dat")
content = bytearray(3_000_018)
content[:14] = b"SURVEY ID:0001"
content[1_000_013:1_000_020] = b"ID:0002"
content[3_000_011:] = b"ID:0003"
path.write_bytes(content)

survey = bytearray(path.read_bytes())
print(len(survey), "bytes")
places = [match.start() for match in re.finditer(rb"ID:\d{4}", survey)]
print("ID at", ", ".join(map(str, places)))
survey[places[1] : places[1] + 7] = b"ID:0042"
path.write_bytes(survey)

changed = path.read_bytes()[places[1] :][:7]
print("changed:", changed.decode(), "at", places[1])
print("the file keeps its", path.stat().st_size, "bytes")
