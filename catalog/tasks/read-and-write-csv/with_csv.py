# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:csv"
# ///
"""The module knows quotes, semicolons and line breaks in cells, where split(",") is lost."""

import csv
from decimal import Decimal

with open("orders.csv", newline="", encoding="utf-8") as file:
    orders = list(csv.DictReader(file, delimiter=";"))
for order in orders:
    order["amount"] = int(order["pieces"]) * Decimal(order["price"])
with open("invoice.csv", "w", newline="", encoding="utf-8") as file:
    writer = csv.DictWriter(file, fieldnames=orders[0])
    writer.writeheader()
    writer.writerows(orders)

with open("invoice.csv", encoding="utf-8") as file:
    print(file.read())
with open("invoice.csv", newline="", encoding="utf-8") as file:
    invoice = list(csv.DictReader(file))
for row in invoice:
    print(f"{row['article']}: {row['amount']}")
print("total:", sum(Decimal(row["amount"]) for row in invoice))
