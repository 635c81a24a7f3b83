# /// script
# requires-python = ">=3.11"
# dependencies = ["sympy"]
# [tool.toolcrib]
# module = "pypi:sympy"
# ///
"""Here sin(pi/6) is one half and exp(1) stays exp(1), until a number of so many digits is wanted."""

from sympy import Rational, cos, exp, factorial, gcd, log, pi, rad, sin, sqrt

KNOWN = [
    ("exp(1)", exp(1), "2.718281828459045"),
    ("log(2)", log(2), "0.6931471805599453"),
    ("sin(pi/6)", sin(pi / 6), "0.5"),
    ("cos of 60 degrees", cos(rad(60)), "0.5"),
    ("sqrt(2)", sqrt(2), "1.4142135623730951"),
    ("gcd(84, 30)", gcd(84, 30), "6"),
    ("10!", factorial(10), "3628800"),
    ("ten times 0.1", 10 * Rational("0.1"), "1"),
]
for name, value, known in KNOWN:
    verdict = "as known" if abs(value - Rational(known)) < 1e-15 else f"but known is {known}"
    print(f"{name} = {float(value):.12g}, {verdict}")

gap = Rational(0.1 + 0.2) - Rational("0.3")  # of a float SymPy takes the very bits
print("0.1 + 0.2 is 0.3:", gap == 0, "- is close to it:", abs(gap) < Rational("3e-10"))
