# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:threading"
# ///
"""The attributes of a local object are other ones in every thread."""

import threading
from concurrent.futures import ThreadPoolExecutor

here = threading.local()


def note(text):  # called from anywhere, and knows for which table
    return f"{getattr(here, 'table', 'no table')}: {text}"


def serve(number, item, all_have_ordered):
    here.table = f"table {number}"
    ordered = note(f"{item} ordered")
    all_have_ordered.wait()  # here the other thread goes on
    return ordered, note(f"{item} served")


both = threading.Barrier(2)
with ThreadPoolExecutor(2) as pool:
    for notes in pool.map(serve, [3, 5], ["tea", "scone"], [both, both]):
        print(*notes, sep="\n")
print(note("closed"))
