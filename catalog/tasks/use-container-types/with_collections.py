# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:collections"
# ///
"""Each container does the bookkeeping that one would else write around a dict, a list or a tuple."""

from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple

Order = namedtuple("Order", ["table", "item"])

with open("orders.txt", encoding="utf-8") as file:
    orders = [Order(*line.split()) for line in file]

offers = {"tea": 2}
prices = ChainMap(offers, {"coffee": 4, "scone": 5, "tea": 3})
bills = defaultdict(int)
served = OrderedDict()
for order in orders:
    bills[order.table] += prices[order.item]
    served[order.table] = order.item
    served.move_to_end(order.table)

print("first order:", orders[0])
print("sold:", Counter(order.item for order in orders).most_common())
print("last two:", [order.item for order in deque(orders, maxlen=2)])
print("bills:", dict(bills))
print("a tea:", prices["tea"], "instead of", prices.parents["tea"])
print("longest without an order:", next(iter(served)))
