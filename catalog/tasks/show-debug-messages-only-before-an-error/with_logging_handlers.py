# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:logging.handlers"
# ///
"""A MemoryHandler hands its messages on when an error comes; else the run's end drops them."""

import logging
from io import StringIO
from logging.handlers import MemoryHandler

log = logging.getLogger("pumps")
log.setLevel(logging.DEBUG)


def run(pump, pressures):
    report = StringIO()
    target = logging.StreamHandler(report)
    target.setFormatter(logging.Formatter("  %(levelname)s %(message)s"))
    memory = MemoryHandler(1000, flushLevel=logging.ERROR, target=target, flushOnClose=False)
    log.addHandler(memory)
    log.info("start")
    for pressure in pressures:
        log.debug("pressure %s bar", pressure)
        if pressure < 1:
            log.error("no water")
    log.removeHandler(memory)
    memory.close()
    print(f"pump {pump}:", "went wrong" if report.getvalue() else "nothing to report")
    print(report.getvalue(), end="")


run(1, [2.2, 2.0])
run(2, [2.1, 0.3])
