# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:html"
# ///
"""escape makes characters of HTML harmless, quotes too, so the text can stand in an attribute."""

import csv
import html

with open("guests.csv", encoding="utf-8", newline="") as file:
    for guest in csv.DictReader(file):
        name, words = html.escape(guest["name"]), html.escape(guest["words"])
        print(f'<p title="{name}">{words}</p>')
