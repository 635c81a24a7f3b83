# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:csv"
# ///
"""/etc/passwd is a table with colons, which gives all local users at once, but those alone."""

import csv

FIELDS = "name", "password", "number", "group", "comment", "home", "shell"

with open("/etc/passwd", newline="", encoding="utf-8") as file:
    users = list(csv.DictReader(file, FIELDS, delimiter=":", quoting=csv.QUOTE_NONE))
by_name = {user["name"]: user for user in users}
by_number = {user["number"]: user for user in users}

root = by_name["root"]
print(f"root: number {root['number']}, home {root['home']}")
print("number 0:", by_number["0"]["name"])
if "gardener" not in by_name:
    print("gardener: no such user")
