# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:grp"
# ///
"""It asks the system as ls -l does, so groups of a directory service are found as well."""

import grp
from pathlib import Path

print("group 0 is", grp.getgrgid(0).gr_name)
notes = Path("notes.txt")
notes.write_text("Mend the nets", encoding="utf-8")
print("notes.txt belongs to", grp.getgrgid(notes.stat().st_gid).gr_name)
try:
    print("sailors has the number", grp.getgrnam("sailors").gr_gid)
except KeyError:
    print("no group is called sailors")
