# /// script
# requires-python = ">=3.11"
# dependencies = ["sympy"]
# [tool.toolcrib]
# module = "pypi:sympy"
# ///
"""SymPy's rationals mix exactly with roots, pi and symbols; a Rational of a text is never a float."""

import math

from sympy import Rational

print("1/3 + 1/6 =", Rational(1, 3) + Rational("1/6"))
print("0.375 =", Rational("0.375"))
pi = Rational(math.pi)
print("pi is about", pi.limit_denominator(10), "or", pi.limit_denominator(1000))
print("0.1 is", Rational("0.1"), "as text, but as a float", Rational(0.1))
