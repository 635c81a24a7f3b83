# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:codecs"
# ///
"""iterdecode and iterencode pass the text on piece by piece, so the file may be of any size."""

import codecs
import os
from functools import partial

with open("menu.txt", "rb") as file:
    try:
        codecs.decode(file.read(), "utf-8")
    except UnicodeDecodeError as error:
        print(f"not UTF-8: byte {error.object[error.start]:#x} at {error.start}")

old = codecs.lookup("windows-1252").name
with open("menu.txt", "rb") as source, open("menu.utf8", "wb") as target:
    pieces = iter(partial(source.read, 65_536), b"")
    target.writelines(codecs.iterencode(codecs.iterdecode(pieces, old), "utf-8"))

sizes = os.path.getsize("menu.txt"), os.path.getsize("menu.utf8")
print(f"converted from {old}: {sizes[0]} bytes became {sizes[1]}")
with open("menu.utf8", encoding="utf-8") as file:
    print(file.read(), end="")
