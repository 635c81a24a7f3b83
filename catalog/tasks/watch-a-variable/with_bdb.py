# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:bdb"
# ///
"""user_line comes before each line, with all variables; the function itself stays as it is."""

import bdb


def balance(bookings):
    total = 0
    for booking in bookings:
        total += booking
    return total


class Watch(bdb.Bdb):
    value = None

    def user_line(self, frame):
        variables = frame.f_locals
        if "total" in variables and variables["total"] != self.value:
            self.value = variables["total"]
            after = f" after booking {variables['booking']}" if "booking" in variables else ""
            print(f"total is {self.value}{after}")


print("result:", Watch().runcall(balance, [21, -300, 40]))
