# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:fractions"
# ///
"""Fractions stay exact through every step; only a float that comes in brings its error along."""

import math
from fractions import Fraction

print("1/3 + 1/6 =", Fraction(1, 3) + Fraction("1/6"))
print("0.375 =", Fraction("0.375"))
pi = Fraction(math.pi)
print("pi is about", pi.limit_denominator(10), "or", pi.limit_denominator(1000))
print("0.1 is", Fraction("0.1"), "as text, but as a float", Fraction(0.1))
