# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:importlib.util"
# ///
"""The name is free to choose, so even a file that no import statement could name becomes a module."""

from importlib.util import find_spec, module_from_spec, spec_from_file_location

spec = spec_from_file_location("tide_plan", "plugins/tide-plan.py")
plan = module_from_spec(spec)
spec.loader.exec_module(plan)

print(plan.__name__, "of plugins/tide-plan.py")
print(f"high water at {plan.PORT}:", ", ".join(plan.next_tides(370, 3)))
print("found by a plain import:", "yes" if find_spec("tide_plan") else "no")
