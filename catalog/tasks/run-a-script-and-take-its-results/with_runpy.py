# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:runpy"
# ///
"""run_path runs a file with values to begin with, and returns all that it defined."""

import runpy

result = runpy.run_path("scripts/bill.py", init_globals={"guests": 4})
print(f"bill for 4: {result['total']:.2f}")
print("dishes:", ", ".join(sorted(result["dishes"])))
