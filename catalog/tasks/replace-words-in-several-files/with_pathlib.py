# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""A small file is read and written in one call each; copies and numbers of lines are one's own care."""

from pathlib import Path

kept, alone = [], []
for path in sorted(Path().glob("*.txt")):
    text = path.read_text(encoding="utf-8")
    if "Oldby" not in text:
        alone.append(path.name)
        continue
    copy = path.with_name(f"{path.name}.bak")
    path.rename(copy)
    kept.append(copy.name)
    path.write_text(text.replace("Oldby", "Dalby"), encoding="utf-8")
    pairs = zip(text.splitlines(), path.read_text(encoding="utf-8").splitlines(), strict=True)
    for number, (old, new) in enumerate(pairs, 1):
        if old != new:
            print(f"{path.name}, line {number}: {new}")

print("kept as before:", ", ".join(kept))
print("left alone:", ", ".join(alone))
