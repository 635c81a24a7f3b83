# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:ast"
# ///
"""The source is enough: names that are read, less those that are arguments or assigned."""

import ast
import builtins
from pathlib import Path

module = ast.parse(Path("till.py").read_text(encoding="utf-8"))
bill = next(node for node in module.body if isinstance(node, ast.FunctionDef))


def stored(tree):
    return {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }


read = {n.id for n in ast.walk(bill) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
names = read - stored(bill) - {n.arg for n in ast.walk(bill) if isinstance(n, ast.arg)}
print(bill.name, "uses", ", ".join(sorted(names)))
print("nowhere defined:", *sorted(names - stored(module) - vars(builtins).keys()))
