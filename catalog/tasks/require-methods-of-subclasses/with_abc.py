# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:abc"
# ///
"""A missing method shows when the object is made, not when somebody calls it in the end."""

from abc import ABC, abstractmethod


class Export(ABC):
    @abstractmethod
    def line(self, item, price):
        """Return the text for one item."""

    def write(self, menu):
        for item, price in menu.items():
            print(self.line(item, price))


class Csv(Export):
    def line(self, item, price):
        return f"{item},{price}"


class Html(Export):
    def line(self, item, price):
        return f"<li>{item}: {price}</li>"


class Fax(Export):
    pass


for kind in Csv, Html, Fax:
    try:
        kind().write({"tea": 3, "scone": 5})
    except TypeError:
        print(f"{kind.__name__} refused: {', '.join(kind.__abstractmethods__)} is missing")
