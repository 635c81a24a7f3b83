# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:types"
# ///
"""A view costs no copy, and shows later changes of the one who keeps the dictionary."""

from types import MappingProxyType


class Menu:
    def __init__(self, **prices: float) -> None:
        self._prices = prices
        self.prices = MappingProxyType(prices)

    def offer(self, dish: str, price: float) -> None:
        if price <= 0:
            raise ValueError(f"{dish} for {price}?")
        self._prices[dish] = price


menu = Menu(soup=4.5, tart=3.5)
prices = menu.prices
print(f"soup {prices['soup']:.2f}, {len(prices)} dishes")
try:
    prices["soup"] = 0
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
menu.offer("salad", 5)
print("now on the menu:", ", ".join(prices))
