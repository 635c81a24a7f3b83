# /// script
# requires-python = ">=3.11"
# dependencies = ["sympy"]
# [tool.toolcrib]
# module = "pypi:sympy"
# ///
"""dsolve finds the formula itself, where there is one, so every later question is exact."""

from sympy import Eq, Function, dsolve, log, solve, symbols

minute = symbols("minute", real=True)
degrees = Function("degrees")

# The gap to the room halves in ten minutes.
cooling = Eq(degrees(minute).diff(minute), -log(2) / 10 * (degrees(minute) - 20))
coffee = dsolve(cooling, degrees(minute), ics={degrees(0): 90}).rhs

for after in [0, 10, 20, 30]:
    print(f"{coffee.subs(minute, after).evalf():.2f} °C after {after} minutes")
(drinkable,) = solve(Eq(coffee, 60), minute)
print(f"60 °C after {drinkable.evalf():.2f} minutes")
