# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:tabnanny"
# ///
"""It compares the indentation of neighbouring lines, and complains where the width of a tab decides."""

import tabnanny
import tokenize
from pathlib import Path

for script in sorted(Path("hooks").iterdir()):
    with tokenize.open(script) as file:
        try:
            tabnanny.process_tokens(tokenize.generate_tokens(file.readline))
            print(f"{script.name}: fine")
        except tabnanny.NannyNag as nag:
            print(f"{script.name}: line {nag.get_lineno()} mixes tabs and spaces")
