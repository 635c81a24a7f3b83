# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:ast"
# ///
"""literal_eval takes numbers, texts, lists, tuples, dicts and sets, and never calls anything."""

import ast

with open("notes.txt", encoding="utf-8") as file:
    for line in map(str.rstrip, file):
        try:
            value = ast.literal_eval(line)
        except SyntaxError:
            print("no Python at all:", line)
        except ValueError:
            print("not a literal:", line)
        else:
            print(f"{type(value).__name__}: {value}")
