# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:gc"
# ///
"""Circles wait for the collector, but what a forgotten list holds stays until get_referrers finds it."""

import gc


class Book:
    def __init__(self, title):
        self.title = title
        self.sequel = None


def alive():
    books = [item for item in gc.get_objects() if isinstance(item, Book)]
    return ", ".join(sorted(book.title for book in books)) or "none"


gc.disable()  # only while we look, so that no collection comes in between
recent = [Book("Atlas")]
diary, ledger = Book("Diary"), Book("Ledger")
diary.sequel, ledger.sequel = ledger, diary
print("at first:", alive())
del diary, ledger
print("after del:", alive())
gc.collect()
print("after a collection:", alive())

for holder in gc.get_referrers(recent[0]):
    names = [name for name, value in globals().items() if value is holder and name != "holder"]
    print(f"Atlas is held by the {type(holder).__name__}", *map(repr, names))
recent.clear()
print("after recent.clear():", alive())
