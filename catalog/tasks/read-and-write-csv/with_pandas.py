# /// script
# requires-python = ">=3.11"
# dependencies = ["pandas"]
# [tool.toolcrib]
# module = "pypi:pandas"
# ///
"""Columns become numbers as they are read, so one line computes the amounts of all rows."""

import pandas as pd

orders = pd.read_csv("orders.csv", sep=";", keep_default_na=False)
orders["amount"] = orders["pieces"] * orders["price"]
orders.to_csv("invoice.csv", index=False, float_format="%.2f")

with open("invoice.csv", encoding="utf-8") as file:
    print(file.read())
invoice = pd.read_csv("invoice.csv", keep_default_na=False)
for row in invoice.itertuples():
    print(f"{row.article}: {row.amount:.2f}")
print(f"total: {invoice['amount'].sum():.2f}")
