# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:os"
# ///
"""getcwd is the folder that bare file names are looked for in; chdir moves the whole process."""

import os

os.chdir("/")
print(os.getcwd())
os.chdir("home")
print(os.getcwd())
