# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:collections"
# ///
"""UserDict keeps a plain dict in data; only what differs from a dict is written."""

from collections import UserDict


class Headers(UserDict):
    def __getitem__(self, name):
        return super().__getitem__(name.title())

    def __setitem__(self, name, value):
        super().__setitem__(name.title(), value)

    def __delitem__(self, name):
        super().__delitem__(name.title())

    def __contains__(self, name):
        return super().__contains__(name.title())


headers = Headers({"CONTENT-TYPE": "text/plain", "age": "60"})
headers["content-Type"] = "text/html"
print("content-type:", headers["content-type"])
print(len(headers), "headers:", list(headers))
print(f"age there: {'AGE' in headers}, date there: {'DATE' in headers}")
print("no date:", headers.get("date", "unknown"))
headers.pop("aGe")
print("after pop:", dict(headers))
