# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:pathlib"
# ///
"""Two sets of relative paths say what is missing where; for the rest the contents are compared."""

from pathlib import Path


def files(folder):
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


home, backup = Path("home"), Path("backup")
here, there = files(home), files(backup)
lines = [f"only in home: {path}" for path in here - there]
lines += [f"only in backup: {path}" for path in there - here]
for path in here & there:
    if (home / path).read_bytes() != (backup / path).read_bytes():
        lines.append(f"differs: {path}")
print(*sorted(lines), sep="\n")
