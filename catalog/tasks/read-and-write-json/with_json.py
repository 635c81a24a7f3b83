# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:json"
# ///
"""JSON knows no dates: default= says how they are written, ensure_ascii=False keeps é as é."""

import json
from datetime import date

with open("order.json", encoding="utf-8") as file:
    order = json.load(file)
total = sum(item["pieces"] * item["price"] for item in order["items"])
print(f"{order['customer']}: {total:.2f}")

order["shipped"] = date(2026, 3, 14)
with open("shipped.json", "w", encoding="utf-8") as file:
    json.dump(order, file, default=date.isoformat, ensure_ascii=False, indent=2)
with open("shipped.json", encoding="utf-8") as file:
    print(file.read())

try:
    with open("broken.json", encoding="utf-8") as file:
        json.load(file)
except json.JSONDecodeError as error:
    print(f"broken.json, line {error.lineno}, column {error.colno}: {error.msg}")
