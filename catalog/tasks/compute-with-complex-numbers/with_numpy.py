# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy"]
# [tool.toolcrib]
# module = "pypi:numpy"
# ///
"""roots() solves equations of any degree; abs and angle take whole arrays of complex numbers."""

import numpy as np

first, second = sorted(np.roots([1, 2, 5]), key=np.imag, reverse=True)
print(f"x² + 2x + 5 = 0: {first:.0f} and {second:.0f}")
print(f"root of -16: {np.emath.sqrt(-16):.0f}")

coil = 300 + 400j  # ohms: of the wire, and of the field
print(f"impedance {np.abs(coil):.0f} ohms at {np.angle(coil, deg=True):.1f} degrees")
print(f"230 V drive {np.abs(230 / coil):.2f} A through it")
