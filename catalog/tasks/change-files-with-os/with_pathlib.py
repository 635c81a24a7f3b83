# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""rename returns the new path, so one never goes on with a name that is gone."""

from pathlib import Path

notes = Path("notes")


def listing():
    return ", ".join(f"{path.name}, {path.stat().st_size} bytes" for path in notes.iterdir())


notes.mkdir()
draft = notes / "draft.txt"
draft.write_text("18:30 Dial makers of Bologna\n", encoding="utf-8")
print("written:", listing())

programme = draft.rename(notes / "programme.txt")
print("renamed:", listing())

programme.unlink()
print("removed:", listing() or "nothing left")
