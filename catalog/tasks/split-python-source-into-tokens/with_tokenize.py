# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:tokenize"
# ///
"""exact_type tells the operators apart, which all are of the one type OP otherwise."""

import io
import tokenize

SOURCE = "if (n := len(name)) >= 8: cut = name[:-1]  # too long\n"

for token in tokenize.generate_tokens(io.StringIO(SOURCE).readline):
    if token.string.strip():
        print(f"{token.start[1]:3} {tokenize.tok_name[token.exact_type]:12} {token.string}")
