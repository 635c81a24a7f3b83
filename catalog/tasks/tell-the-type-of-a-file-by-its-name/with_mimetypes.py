# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:mimetypes"
# ///
"""The table is the standard's and the system's, and a program can add types of its own."""

import mimetypes

mimetypes.add_type("application/x-sail-plan", ".sail")
for name in "map.png", "report.PDF", "tides.csv", "backup.tar.gz", "Ida.sail", "notes":
    kind, packed = mimetypes.guess_type(name)
    print(f"{name}: {kind or 'unknown'}{f', packed with {packed}' if packed else ''}")
print("a text/html file ends in", mimetypes.guess_extension("text/html"))
