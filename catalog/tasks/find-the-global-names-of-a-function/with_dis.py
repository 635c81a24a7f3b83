# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:dis"
# ///
"""An instruction LOAD_GLOBAL is in the bytecode for every name that is not the function's own."""

import builtins
import dis

import till

names = {step.argval for step in dis.get_instructions(till.bill) if step.opname == "LOAD_GLOBAL"}
print("bill uses", ", ".join(sorted(names)))
print("nowhere defined:", *sorted(names - vars(till).keys() - vars(builtins).keys()))
