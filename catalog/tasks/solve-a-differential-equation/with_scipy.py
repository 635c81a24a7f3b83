# /// script
# requires-python = ">=3.11"
# dependencies = ["scipy"]
# [tool.toolcrib]
# module = "pypi:scipy"
# ///
"""solve_ivp needs only the rate of change, follows any curve, and finds when it meets a line."""

from math import log

from scipy.integrate import solve_ivp


def cooling(minute, degrees):
    return -log(2) / 10 * (degrees - 20)  # the gap to the room halves in ten minutes


def drinkable(minute, degrees):
    return degrees[0] - 60


minutes = [0, 10, 20, 30]
coffee = solve_ivp(cooling, (0, 30), [90], t_eval=minutes, events=drinkable, rtol=1e-8)

for minute, degrees in zip(minutes, coffee.y[0]):
    print(f"{degrees:.2f} °C after {minute} minutes")
print(f"60 °C after {coffee.t_events[0][0]:.2f} minutes")
