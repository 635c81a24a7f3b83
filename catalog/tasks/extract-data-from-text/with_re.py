# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:re"
# ///
"""findall gives all that looks like a date, a price or a link, wherever in the text it stands."""

import calendar
import re
from decimal import Decimal
from pathlib import Path

MONTH = "|".join(calendar.month_name[1:])
DATE = rf"\b\d{{1,2}} (?:{MONTH}) \d{{4}}\b"
PRICE = r"\bEUR \d[\d,]*\.\d\d\b"
LINK = r"https?://[^\s<>\"]*[\w/]"  # a full stop or bracket after it is the sentence's

letter = Path("letter.txt").read_text(encoding="utf-8")
prices = re.findall(PRICE, letter)

print("dates:", ", ".join(re.findall(DATE, letter)))
print("prices:", ", ".join(prices))
print("links:", ", ".join(re.findall(LINK, letter)))
print("EUR", sum(Decimal(re.sub(r"[^\d.]", "", price)) for price in prices), "in all")
