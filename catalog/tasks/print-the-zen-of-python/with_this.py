# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:this"
# ///
"""The text is printed by the import itself, so there is nothing to call."""

import this  # noqa: F401
