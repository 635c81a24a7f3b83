# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:warnings"
# ///
"""Filters decide, from outside, whether a warning is shown, hidden, raised or kept."""

import contextlib
import sys
import warnings


def area(width, height):
    warnings.warn("area() becomes size()", DeprecationWarning, stacklevel=2)
    return width * height


warnings.formatwarning = lambda message, category, *_: f"{category.__name__}: {message}\n"

with warnings.catch_warnings(), contextlib.redirect_stderr(sys.stdout):
    warnings.simplefilter("once")
    print("shown once:", area(2, 3), area(4, 5))

with warnings.catch_warnings():
    warnings.filterwarnings("ignore", message="area", category=DeprecationWarning)
    print("hidden:", area(2, 3))

with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        print(area(2, 3))
    except DeprecationWarning as warning:
        print("raised:", warning)

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    area(2, 3)
    print("recorded:", *(f"line {warning.lineno}, {warning.message}" for warning in caught))
