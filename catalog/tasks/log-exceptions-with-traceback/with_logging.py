# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:logging"
# ///
"""exception() adds the traceback, and an adapter the request to each of its messages."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

PRICES = {"guided tour": "15.00", "ticket": "9.00"}


def answer(request, article):
    log = logging.LoggerAdapter(logging.getLogger("shop"), {"request": request})
    log.info("price of %s: asked", article)
    try:
        log.info("price of %s: answered %s", article, PRICES[article])
    except KeyError:
        log.exception("price of %s: failed", article)


LAYOUT = "%(levelname)s %(module)s %(request)s: %(message)s"
flow = logging.FileHandler("flow.log", encoding="utf-8")
errors = RotatingFileHandler("errors.log", maxBytes=100_000, backupCount=3, encoding="utf-8")
errors.setLevel(logging.ERROR)
logging.basicConfig(level=logging.INFO, format=LAYOUT, handlers=[flow, errors])

for request, article in {"7f31": "guided tour", "7f32": "gift card", "7f33": "ticket"}.items():
    answer(request, article)

for name in ("flow.log", "errors.log"):
    print(f"{name}, without the lines of code:")
    for line in Path(name).read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            print(line)
