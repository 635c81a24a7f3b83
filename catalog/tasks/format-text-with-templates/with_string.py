# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:string"
# ///
"""A template only fills in names, so that people who do not program may write and change it."""

import string
from pathlib import Path

template = string.Template(Path("reminder.txt").read_text(encoding="utf-8"))
loan = {
    "reader": "Ms Moreau",
    "title": string.capwords("the old man and the sea"),
    "due": "14 March",
}

print(template.substitute(loan, library="Town Library"))
try:
    print(template.substitute(loan))
except KeyError as error:
    print("not filled in:", error.args[0])
    print(template.safe_substitute(loan))

print("shelf marks are made of", string.ascii_letters, "and", string.digits)
allowed = string.ascii_letters + string.digits
print("not in HEM/17é:", "".join(c for c in "HEM/17é" if c not in allowed))
