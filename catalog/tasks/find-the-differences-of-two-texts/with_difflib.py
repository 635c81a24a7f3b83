# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:difflib"
# ///
"""What unified_diff yields is what diff -u writes: people read it, and patch applies it."""

from difflib import SequenceMatcher, unified_diff
from pathlib import Path

march, april = (
    Path(name).read_text(encoding="utf-8").splitlines(keepends=True)
    for name in ("march.txt", "april.txt")
)
print("".join(unified_diff(march, april, "march.txt", "april.txt")), end="")
print(f"{100 * SequenceMatcher(None, march, april).ratio():.0f} % alike")
