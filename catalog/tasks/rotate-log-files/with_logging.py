# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:logging"
# ///
"""The handler starts a new file before a line would pass maxBytes, and drops the oldest one."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

handler = RotatingFileHandler("orders.log", maxBytes=100, backupCount=2, encoding="utf-8")
logging.basicConfig(level=logging.INFO, format="%(levelname)s %(message)s", handlers=[handler])
log = logging.getLogger("orders")
for number in range(1001, 1015):
    log.info("order %d shipped", number)

for path in sorted(Path().glob("orders.log*")):
    lines = path.read_text(encoding="utf-8").splitlines()
    print(f"{path}: {len(lines)} lines, first: {lines[0]}")
