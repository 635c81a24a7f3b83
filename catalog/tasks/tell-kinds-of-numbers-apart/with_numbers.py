# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:numbers"
# ///
"""One isinstance accepts all types of a kind, those that nobody has written yet among them."""

from decimal import Decimal
from fractions import Fraction
from numbers import Complex, Integral, Number, Rational, Real

KINDS = Integral, Rational, Real, Complex, Number  # each is one of the next as well

for value in 7, True, Fraction(1, 3), 2.5, Decimal("2.5"), 1j, "12":
    kind = next((kind.__name__ for kind in KINDS if isinstance(value, kind)), "no number")
    print(f"{value!r}: {kind}")
