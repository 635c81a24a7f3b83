# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:getpass"
# ///
"""getpass switches the terminal's echo off while somebody types, and on again in any case."""

import getpass

password = getpass.getpass("Enter your password: ")
print(f"Password entered: {len(password)} characters")
