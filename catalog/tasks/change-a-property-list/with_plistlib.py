# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:plistlib"
# ///
"""Both forms, XML and binary, become the same dictionary, so a change is a plain assignment."""

import plistlib
from pathlib import Path

path = Path("example.museum.backup.plist")
job = plistlib.loads(path.read_bytes())
program, *arguments = job["ProgramArguments"]
time = job["StartCalendarInterval"]
print(
    f"{job['Label']} runs {program} with {len(arguments)} arguments",
    f"at {time['Hour']}:{time['Minute']}, at load: {job['RunAtLoad']}",
)

time["Hour"] = 22
path.write_bytes(plistlib.dumps(job, fmt=plistlib.FMT_BINARY))

saved = path.read_bytes()
time = plistlib.loads(saved)["StartCalendarInterval"]
print(f"saved as {saved[:8]}, runs at {time['Hour']}:{time['Minute']}")
