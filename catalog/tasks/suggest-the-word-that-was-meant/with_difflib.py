# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:difflib"
# ///
"""Words with more than 60 % in common count as close, the best one first."""

from difflib import get_close_matches

COMMANDS = ["commit", "fetch", "pull", "push", "status"]

for typed in "comit", "stauts", "pul", "banana":
    match get_close_matches(typed, COMMANDS, n=1):
        case [command]:
            print(f"{typed}: did you mean {command}?")
        case []:
            print(f"{typed}: nothing like it")
