# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:importlib"
# ///
"""A module made from a file's path can be given names before it is executed, and asked for them after."""

from importlib.util import module_from_spec, spec_from_file_location

spec = spec_from_file_location("bill", "scripts/bill.py")
bill = module_from_spec(spec)
bill.guests = 4
spec.loader.exec_module(bill)
print(f"bill for 4: {bill.total:.2f}")
print("dishes:", ", ".join(sorted(bill.dishes)))
