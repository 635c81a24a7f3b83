# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:posix"
# ///
"""These are the calls that os passes on, without their names on Windows: a reason to import os instead."""

import posix

posix.chdir("/")
print(posix.getcwd())
posix.chdir("home")
print(posix.getcwd())
