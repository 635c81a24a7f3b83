# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:decimal"
# ///
"""Decimals keep the digits as written, and rounding happens where, and how, one says so."""

from decimal import ROUND_HALF_EVEN, Decimal, Inexact, localcontext

print(Decimal("0.1") + Decimal("0.2"), "instead of", 0.1 + 0.2)

with localcontext(prec=50):
    print(Decimal(1) / 7)

with open("amounts.txt", encoding="utf-8") as file:
    amounts = [Decimal(line) for line in file]
cents = [amount.quantize(Decimal("0.01"), rounding=ROUND_HALF_EVEN) for amount in amounts]
print(*cents, "make", sum(cents))

with localcontext() as context:
    context.traps[Inexact] = True
    print(Decimal(1) / 8)
    try:
        print(Decimal(1) / 7)
    except Inexact:
        print("1/7 is not exact")
