# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:token"
# ///
"""The table of operators gives the name of each; tokens of any other type have their own."""

import io
from token import EXACT_TOKEN_TYPES, OP, tok_name
from tokenize import generate_tokens

SOURCE = "if (n := len(name)) >= 8: cut = name[:-1]  # too long\n"

for kind, text, (_, column), _, _ in generate_tokens(io.StringIO(SOURCE).readline):
    if text.strip():
        name = tok_name[EXACT_TOKEN_TYPES[text] if kind == OP else kind]
        print(f"{column:3} {name:12} {text}")
