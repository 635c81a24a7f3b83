# /// script
# requires-python = ">=3.11"
# dependencies = ["polars"]
# [tool.toolcrib]
# module = "pypi:polars"
# ///
"""Expressions say what is wanted of whole columns, and polars works on them on all cores."""

import polars as pl

orders = pl.read_csv("orders.csv").with_columns(pl.col("quantity").fill_null(1))
items = pl.read_csv("items.csv").with_columns(pl.col("kind").fill_null("other"))

sales = orders.join(items, on="item", validate="m:1").with_columns(
    amount=pl.col("quantity") * pl.col("price")
)

print("mean amount of an order")
means = sales.group_by("city").agg(pl.col("amount").mean()).sort("city")
print(f"{'city':>6}  {'amount':>6}")
for city, amount in means.iter_rows():
    print(f"{city:>6}  {amount:>6}")

print("sales of each kind")
totals = sales.pivot("kind", index="city", values="amount", aggregate_function="sum")
print(f"{'city':>6}  {'drink':>5}  {'other':>5}")
for city, drink, other in totals.select("city", "drink", "other").sort("city").iter_rows():
    print(f"{city:>6}  {drink:>5}  {other:>5}")
