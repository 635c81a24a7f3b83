# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""Columns have names and know their gaps, so each step of the analysis is one call."""

import pandas as pd

orders = pd.read_csv("orders.csv").fillna({"quantity": 1})
items = pd.read_csv("items.csv").fillna({"kind": "other"})

sales = orders.merge(items, on="item", validate="many_to_one")
sales["amount"] = sales["quantity"] * sales["price"]

print("mean amount of an order")
means = sales.groupby("city")["amount"].mean()
print(means.reset_index().to_string(index=False))

print("sales of each kind")
totals = sales.pivot_table("amount", index="city", columns="kind", aggfunc="sum")
print(totals.reset_index().to_string(index=False))
