# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:configparser"
# ///
"""Sections that people edit as settings; values are text until getint makes them numbers."""

import configparser

record = {"name": "Alice", "age": 30}
config = configparser.ConfigParser()
config["record"] = record
with open("record.ini", "w", encoding="utf-8") as file:
    config.write(file)

config = configparser.ConfigParser()
config.read("record.ini", encoding="utf-8")
section = config["record"]
loaded = {"name": section["name"], "age": section.getint("age")}
print(loaded)
print("next year:", loaded["age"] + 1)
