# /// script
# requires-python = ">=3.11"
# dependencies = ["sympy"]
# [tool.toolcrib]
# module = "pypi:sympy"
# ///
"""Symbols stand for any number, so roots stay roots and the answer holds to the last digit."""

from sympy import Eq, diff, solve, symbols

x, y = symbols("x y")
area = x * (20 - x)

print("x² - 5x + 6 = 0:", solve(x**2 - 5 * x + 6))
print("x² = 8:", solve(Eq(x**2, 8)))
print("x + y = 10 and x - y = 4:", solve([x + y - 10, x - y - 4]))
widest = solve(diff(area, x))
print("widest field inside 40 m of fence:", area.subs(x, widest[0]), "m²")
