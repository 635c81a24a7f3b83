# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:keyword"
# ///
"""The module is made from the grammar, so its list is that of the Python that runs."""

import sys
from keyword import iskeyword, issoftkeyword

for word in sys.argv[1:]:
    if iskeyword(word):
        verdict = f"reserved, so {word}_"
    elif issoftkeyword(word):
        verdict = "allowed, but a word of the language in places"
    elif word.isidentifier():
        verdict = "a good name"
    else:
        verdict = "no name"
    print(f"{word}: {verdict}")
