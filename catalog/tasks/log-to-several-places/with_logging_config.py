# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:logging.config"
# ///
"""The plan is plain data, so it can come from a file, and whoever runs the program may change it."""

import logging
import logging.config
from contextlib import redirect_stderr
from io import StringIO

PLAN = {
    "version": 1,
    "formatters": {"line": {"format": "%(levelname)-8s %(name)s: %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "level": "INFO", "formatter": "line"},
        "file": {
            "class": "logging.FileHandler",
            "filename": "backup.log",
            "encoding": "utf-8",
            "formatter": "line",
        },
    },
    "root": {"level": "DEBUG", "handlers": ["console", "file"]},
}


def back_up():
    logging.config.dictConfig(PLAN)
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
