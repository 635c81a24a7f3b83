# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:io"
# ///
"""Whatever has the methods of a file will do, so text and bytes in memory stand in for one."""

import csv
import gzip
import io

report = io.StringIO()
csv.writer(report, lineterminator="\n").writerows([("nom", "ville"), ("Inès", "Angoulême")])
print(report.getvalue(), end="")
memory = io.BytesIO(report.getvalue().encode("latin-1"))
print(len(memory.getvalue()), "bytes in memory, the first four", memory.read(4))


def guests(file: io.BufferedReader):
    packed = file.peek(2).startswith(b"\x1f\x8b")
    lines = io.TextIOWrapper(gzip.open(file) if packed else file, encoding="latin-1")
    return [row["nom"] for row in csv.DictReader(lines)]


memory.seek(0)
print("memory:", guests(io.BufferedReader(memory)))
for name in "guests.csv", "more.csv.gz":
    with open(name, "rb") as file:
        print(f"{name}:", guests(file))
