# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:importlib.machinery"
# ///
"""The loader for source reads a file of any name and suffix, and PathFinder searches as import does."""

from importlib.machinery import PathFinder, SourceFileLoader
from types import ModuleType

loader = SourceFileLoader("tide_plan", "plugins/tide-plan.py")
plan = ModuleType(loader.name)
loader.exec_module(plan)

print(plan.__name__, "of plugins/tide-plan.py")
print(f"high water at {plan.PORT}:", ", ".join(plan.next_tides(370, 3)))
print("found by a plain import:", "yes" if PathFinder.find_spec("tide_plan") else "no")
