# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:sys"
# ///
"""settrace takes a plain function: the least that a tracer needs."""

import sys


def balance(bookings):
    total = 0
    for booking in bookings:
        total += booking
    return total


value = None


def watch(frame, event, _):
    global value
    variables = frame.f_locals
    if event == "line" and "total" in variables and variables["total"] != value:
        value = variables["total"]
        after = f" after booking {variables['booking']}" if "booking" in variables else ""
        print(f"total is {value}{after}")
    return watch if frame.f_code is balance.__code__ else None


sys.settrace(watch)
result = balance([21, -300, 40])
sys.settrace(None)
print("result:", result)
