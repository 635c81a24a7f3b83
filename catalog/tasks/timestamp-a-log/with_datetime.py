# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:datetime"
# ///
"""isoformat writes a stamp with its offset, so that fromisoformat reads back the same moment."""

from datetime import UTC, datetime
from pathlib import Path


def stamped(message, clock=lambda: datetime.now(UTC)):
    return f"{clock().isoformat(timespec='seconds')} {message}\n"


moments = [1773480413, 1773532799, 1773532804]
clock = (datetime.fromtimestamp(moment, UTC) for moment in moments).__next__
log = Path("pump.log")
with log.open("w", encoding="utf-8") as file:
    for message in "pump started", "pressure 4.1 bar", "pump stopped":
        file.write(stamped(message, clock))

text = log.read_text(encoding="utf-8")
print(text)
read = datetime.fromisoformat(text.splitlines()[-1].split()[0]).timestamp()
print(f"the last line was written at {moments[-1]}, and is read as {read:.0f}")
