# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:itertools"
# ///
"""Iterators pass items on one by one, so even endless or huge series need hardly any memory."""

import tracemalloc
from itertools import accumulate, chain, count, cycle, groupby, islice, product

with open("march.txt", encoding="utf-8") as march, open("april.txt", encoding="utf-8") as april:
    sales = [(day, int(sold)) for day, sold in map(str.split, chain(march, april))]

for month, days in groupby(sales, key=lambda sale: sale[0][:7]):
    print(month, [sold for _, sold in days])
print("total so far:", list(accumulate(sold for _, sold in sales)))
print("variants:", ["-".join(pair) for pair in product(["S", "M", "L"], ["red", "blue"])])
print("next invoice numbers:", list(islice(count(1005), 3)))

tracemalloc.start()
total = sum(islice(cycle([1, 2]), 10_000_000))
_, peak = tracemalloc.get_traced_memory()
memory = "less than 1 MB" if peak < 1_000_000 else f"{peak:,} bytes"
print(f"ten million numbers added up to {total:,} in {memory}")
