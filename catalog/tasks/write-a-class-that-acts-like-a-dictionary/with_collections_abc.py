# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:collections.abc"
# ///
"""Five methods are written; update, get, pop, in and the rest come from them."""

from collections.abc import MutableMapping


class Headers(MutableMapping):
    def __init__(self, *items):
        self.items_by_name = {}
        self.update(*items)

    def __getitem__(self, name):
        return self.items_by_name[name.title()]

    def __setitem__(self, name, value):
        self.items_by_name[name.title()] = value

    def __delitem__(self, name):
        del self.items_by_name[name.title()]

    def __iter__(self):
        return iter(self.items_by_name)

    def __len__(self):
        return len(self.items_by_name)


headers = Headers({"CONTENT-TYPE": "text/plain", "age": "60"})
headers["content-Type"] = "text/html"
print("content-type:", headers["content-type"])
print(len(headers), "headers:", list(headers))
print(f"age there: {'AGE' in headers}, date there: {'DATE' in headers}")
print("no date:", headers.get("date", "unknown"))
headers.pop("aGe")
print("after pop:", dict(headers))
