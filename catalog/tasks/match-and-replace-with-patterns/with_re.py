# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:re"
# ///
"""A pattern says what to look for, so no loop over characters has to; its named groups read well."""

import re

with open("order.txt", encoding="utf-8") as file:
    heading, goods, prices = file.read().splitlines()

order = re.search(r"Order (?P<number>\d+), placed (?P<date>[\d-]+)", heading)
print(f"{order['date']}: order {order['number']}")
print(re.split(r"\s*[,;]\s*", goods))
print(re.findall(r"(\w+) (\d+\.\d\d)", prices))
print(re.findall(r"\d+(?= screws)", goods))
print(re.sub(r"\d+", lambda match: f"{int(match[0]):,}", goods))
