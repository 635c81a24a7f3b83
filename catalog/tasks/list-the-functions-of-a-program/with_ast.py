# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:ast"
# ///
"""The tree knows every definition with its line, and nothing of the program is run."""

import ast
from pathlib import Path

for node in ast.walk(ast.parse(Path("stock.py").read_text(encoding="utf-8"))):
    match node:
        case ast.Import():
            print("imports", ", ".join(alias.name for alias in node.names))
        case ast.ImportFrom():
            print("imports", node.module)
        case ast.FunctionDef():
            lacking = "" if ast.get_docstring(node) else " has no docstring"
            print(f"line {node.lineno}: {node.name}({ast.unparse(node.args)}){lacking}")
