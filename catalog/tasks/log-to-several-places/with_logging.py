# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:logging"
# ///
"""Every handler has its own level, so the file tells the story and the console the news."""

import logging
from contextlib import redirect_stderr
from io import StringIO


def back_up():
    console = logging.StreamHandler()
    console.setLevel(logging.INFO)
    logging.basicConfig(
        level=logging.DEBUG,
        format="%(levelname)-8s %(name)s: %(message)s",
        handlers=[console, logging.FileHandler("backup.log", encoding="utf-8")],
    )
    log = logging.getLogger("backup")
    log.info("%d databases to save", 3)
    log.debug("archive: connecting to port %d", 5432)
    log.warning("archive: %d %% of the disk is full", 91)
    log.error("orders: connection refused")


with redirect_stderr(StringIO()) as errors:
    back_up()
print(f"standard error:\n{errors.getvalue()}")
with open("backup.log", encoding="utf-8") as file:
    print(f"backup.log:\n{file.read()}", end="")
