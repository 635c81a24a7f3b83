# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""A path knows how to read, rename and list itself, so no second module is needed."""

from pathlib import Path

museum = Path("museum")
rooms = museum / "rooms"
rooms.mkdir(parents=True)
(rooms / "clocks.txt").write_text("Harbour clock, 1887\n", encoding="utf-8")
(rooms / "dials.txt").write_text("Dial of Bologna, 1702\n", encoding="utf-8")
visitors = museum / "visitors" / "2026-01.csv"
visitors.parent.mkdir()
visitors.write_text("day,visitors\n1,61\n", encoding="utf-8")

for path in rooms.glob("*.txt"):
    path.rename(path.with_suffix(".md"))

print(museum)
for path in sorted(museum.rglob("*")):
    print("  " * (len(path.relative_to(museum).parts)) + path.name)
for path in sorted(rooms.iterdir()):
    print(f"{path.relative_to(museum)}: {path.read_text(encoding='utf-8').strip()}")
