# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:quopri"
# ///
"""It decodes bytes to bytes and joins the lines that were broken, whatever the text came in."""

import quopri
from pathlib import Path

header, _, body = Path("letter.eml").read_bytes().partition(b"\n\n")
print(quopri.decodestring(body).decode("utf-8").rstrip())
