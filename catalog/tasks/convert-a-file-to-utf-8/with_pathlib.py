# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""Text is text once it is read: the encoding is named where bytes come in and where they go out."""

from pathlib import Path

source, target = Path("menu.txt"), Path("menu.utf8")
try:
    source.read_text(encoding="utf-8")
except UnicodeDecodeError as error:
    print(f"not UTF-8: byte {error.object[error.start]:#x} at {error.start}")

target.write_text(source.read_text(encoding="cp1252"), encoding="utf-8")

sizes = source.stat().st_size, target.stat().st_size
print(f"converted from cp1252: {sizes[0]} bytes became {sizes[1]}")
print(target.read_text(encoding="utf-8"), end="")
