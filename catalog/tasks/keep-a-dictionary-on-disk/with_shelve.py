# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:shelve"
# ///
"""A shelf is used like a dict and outlives the process; writeback notices changes inside values."""

import shelve
from multiprocessing import Process


def serve_more():
    with shelve.open("orders", writeback=True) as orders:
        orders["T3"].append("scone")
        orders["T5"] = ["coffee"]
        del orders["T1"]


if __name__ == "__main__":
    with shelve.open("orders") as orders:
        orders["T1"] = ["water"]
        orders["T3"] = ["tea"]
        orders["T3"].append("cake")  # without writeback this changes a copy
        print("stored:", sorted(orders), orders["T3"])

    waiter = Process(target=serve_more)
    waiter.start()
    waiter.join()
    with shelve.open("orders", flag="r") as orders:
        print("changed elsewhere:", sorted(orders), orders["T3"])
