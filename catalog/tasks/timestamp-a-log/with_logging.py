# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:logging"
# ///
"""A formatter of one's own stamps every message of the program, whoever logs it."""

import logging
from datetime import UTC, datetime
from pathlib import Path

moments = [1773480413, 1773532799, 1773532804]
clock = iter(moments).__next__


class Stamped(logging.Formatter):
    def formatTime(self, record, datefmt=None):
        return datetime.fromtimestamp(clock(), UTC).isoformat(timespec="seconds")


handler = logging.FileHandler("pump.log", "w", encoding="utf-8")
handler.setFormatter(Stamped("%(asctime)s %(message)s"))
logging.basicConfig(level=logging.INFO, handlers=[handler])
for message in "pump started", "pressure 4.1 bar", "pump stopped":
    logging.info(message)

text = Path("pump.log").read_text(encoding="utf-8")
print(text)
read = datetime.fromisoformat(text.splitlines()[-1].split()[0]).timestamp()
print(f"the last line was written at {moments[-1]}, and is read as {read:.0f}")
