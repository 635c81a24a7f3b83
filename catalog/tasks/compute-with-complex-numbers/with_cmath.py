# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:cmath"
# ///
"""The functions of math, but for numbers with an imaginary part, where roots always exist."""

import cmath
import math

a, b, c = 1, 2, 5
root = cmath.sqrt(b**2 - 4 * a * c)
print(f"x² + 2x + 5 = 0: {(-b + root) / (2 * a):.0f} and {(-b - root) / (2 * a):.0f}")
print(f"root of -16: {cmath.sqrt(-16):.0f}")

coil = 300 + 400j  # ohms: of the wire, and of the field
size, angle = cmath.polar(coil)
print(f"impedance {size:.0f} ohms at {math.degrees(angle):.1f} degrees")
print(f"230 V drive {abs(230 / coil):.2f} A through it")
