# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:bisect"
# ///
"""bisect_left leaves a value that is a limit below it; bisect_right puts it above."""

from bisect import bisect_left

UP_TO = [2, 5, 10]  # kg
POSTAGE = [5, 7, 9, 14]  # EUR, the last one for all that is heavier

for weight in (0.4, 2.0, 2.1, 10.0, 31.0):
    print(f"{weight} kg: {POSTAGE[bisect_left(UP_TO, weight)]} EUR")
