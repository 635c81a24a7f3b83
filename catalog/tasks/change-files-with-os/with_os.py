# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""os takes plain names; replace, unlike rename, puts the file in another's place everywhere."""

import os


def listing():
    with os.scandir("notes") as entries:
        return ", ".join(f"{entry.name}, {entry.stat().st_size} bytes" for entry in entries)


os.mkdir("notes")
with open("notes/draft.txt", "w", encoding="utf-8") as file:
    file.write("18:30 Dial makers of Bologna\n")
print("written:", listing())

os.replace("notes/draft.txt", "notes/programme.txt")
print("renamed:", listing())

os.remove("notes/programme.txt")
print("removed:", listing() or "nothing left")
