# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:functools"
# ///
"""A function can be cached, filled in, wrapped or chosen by type from outside, its body untouched."""

import json
from functools import lru_cache, partial, reduce, singledispatch, wraps
from operator import mul


def at_least_five(price):
    @wraps(price)
    def wrapper(*args):
        return max(5, price(*args))

    return wrapper


@lru_cache
@at_least_five
def postage(kilograms):
    return 2 * kilograms


@singledispatch
def text(value):
    return str(value)


@text.register
def _(value: list):
    return " x ".join(map(text, value))


print_row = partial(print, sep=" | ")

with open("parcels.json", encoding="utf-8") as file:
    parcels = json.load(file)
for parcel in parcels:
    volume = reduce(mul, parcel["size"])
    print_row(*map(text, parcel.values()), f"{volume} cm3", f"{postage(parcel['kilograms'])} EUR")
print(postage.__name__, "came from the cache", postage.cache_info().hits, "time")
