# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:re"
# ///
"""A regular expression says more than a wildcard; fullmatch holds it to the whole name."""

import re
from pathlib import Path

names = Path("names.txt").read_text(encoding="utf-8").split()
expressions = {
    "report-202?.csv": r"report-202.\.csv",
    "report-202[!5].*": r"report-202[^5]\..*",
    "*[[]*].jpg": r".*\[.*\]\.jpg",
    "*.CSV": r".*\.CSV",
}
for wildcard, expression in expressions.items():
    print(f"{wildcard}:", ", ".join(name for name in names if re.fullmatch(expression, name)))
