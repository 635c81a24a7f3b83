# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:symtable"
# ///
"""These are the compiler's own answers, and the file is not run for them."""

import symtable
from pathlib import Path


def tell(table):
    for function in table.get_children():
        if not isinstance(function, symtable.Function):  # annotations have tables, too
            continue
        parameters = function.get_parameters()
        kinds = {
            "parameters": parameters,
            "locals": sorted(set(function.get_locals()) - set(parameters)),
            "from around": sorted(function.get_frees()),
            "globals": sorted(function.get_globals()),
        }
        print(function.get_name())
        for kind, names in kinds.items():
            print(f"  {kind}: {' '.join(names) or 'none'}")
        tell(function)


code = Path("voyage.py").read_text(encoding="utf-8")
tell(symtable.symtable(code, "voyage.py", "exec"))
