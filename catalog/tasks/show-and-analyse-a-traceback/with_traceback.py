# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:traceback"
# ///
"""What a person reads is text, what a program decides by are the frames, as values."""

import traceback


def check(port):
    if port > 65535:
        raise ValueError(f"{port} is no port")


def load(settings):
    try:
        check(settings["port"])
    except ValueError as error:
        raise RuntimeError("the settings cannot be used") from error


try:
    load({"port": 80800})
except RuntimeError as error:
    print("".join(traceback.format_exception(error)))
    while error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        print(f"{type(error).__name__} in {last.name}(), line {last.lineno}: {last.line}")
        error = error.__cause__
