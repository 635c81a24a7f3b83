# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:math"
# ///
"""The functions of C for single numbers, angles in radians; gcd, fsum and isclose go with them."""

import math

KNOWN = [
    ("exp(1)", math.exp(1), 2.718281828459045),
    ("log(2)", math.log(2), 0.6931471805599453),
    ("sin(pi/6)", math.sin(math.pi / 6), 0.5),
    ("cos of 60 degrees", math.cos(math.radians(60)), 0.5),
    ("sqrt(2)", math.sqrt(2), 1.4142135623730951),
    ("gcd(84, 30)", math.gcd(84, 30), 6),
    ("10!", math.factorial(10), 3628800),
    ("ten times 0.1", math.fsum([0.1] * 10), 1.0),
]
for name, value, known in KNOWN:
    verdict = "as known" if math.isclose(value, known) else f"but known is {known}"
    print(f"{name} = {value:.12g}, {verdict}")

print("0.1 + 0.2 is 0.3:", 0.1 + 0.2 == 0.3, "- is close to it:", math.isclose(0.1 + 0.2, 0.3))
