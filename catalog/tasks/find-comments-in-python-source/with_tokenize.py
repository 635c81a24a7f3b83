# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:tokenize"
# ///
"""It knows a comment from a # in a string, which no search for the sign does."""

import tokenize

with tokenize.open("fares.py") as source:
    for token in tokenize.generate_tokens(source.readline):
        if token.type == tokenize.COMMENT:
            print(f"line {token.start[0]}: {token.string.lstrip('# ')}")
