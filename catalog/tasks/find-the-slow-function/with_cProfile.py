# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:cProfile"
# ///
"""tottime is a function's own time, without what it calls: the highest one is the culprit."""

import cProfile
import pstats

PRICES = [(f"item {number}", number % 10) for number in range(20_000)]


def price_of(item):
    for name, price in PRICES:  # a dict would find it at once
        if name == item:
            return price


def bill(items):
    return sum(map(price_of, items))


def total(bills):
    return sum(map(bill, bills))


with cProfile.Profile() as profile:
    taken = total([["item 19995", "item 19998", "item 19999"]] * 50)
print("average of the bills:", taken / 50)

functions = pstats.Stats(profile).get_stats_profile().func_profiles
own = {name: functions[name] for name in ("price_of", "bill", "total")}
print("slowest:", max(own, key=lambda name: own[name].tottime))
for name, function in own.items():
    print(f"{name}: {function.ncalls} call{'s' if function.ncalls != '1' else ''}")
