# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:builtins"
# ///
"""vars(builtins) has every name that is there without an import, for this very Python."""

import ast
import builtins
from pathlib import Path

hidden = []
for node in ast.walk(ast.parse(Path("prices.py").read_text(encoding="utf-8"))):
    match node:
        case ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()) if name in vars(builtins):
            hidden.append((node.lineno, name))

for line, name in sorted(hidden):
    kind = "class" if isinstance(vars(builtins)[name], type) else "function"
    print(f"line {line}: {name} is a built-in {kind}")
