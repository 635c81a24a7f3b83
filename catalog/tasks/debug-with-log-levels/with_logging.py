# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:logging"
# ///
"""Messages below the level cost next to nothing, so they stay in the code, ready to be shown."""

import logging
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO


def script(*arguments):
    verbose = "--verbose" in arguments
    logging.basicConfig(level=logging.DEBUG if verbose else logging.INFO, force=True)
    logging.debug("This is a debug message")
    logging.info("This is an info message")
    logging.error("This is an error message")


def show(*arguments):
    with redirect_stdout(StringIO()) as output, redirect_stderr(StringIO()) as errors:
        script(*arguments)
    print("$ script.py", *arguments)
    print(f"standard error:\n{errors.getvalue()}", end="")
    print("standard output:", output.getvalue() or "nothing")


show()
print()
show("--verbose")
