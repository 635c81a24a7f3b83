# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:configparser"
# ///
"""Sections read like dictionaries, and getint and getboolean turn their strings into values."""

import configparser

config = configparser.ConfigParser()
with open("shop.ini", encoding="utf-8") as file:
    config.read_file(file)

server, backup = config["server"], config["backup"]
print("sections:", ", ".join(config.sections()))
debug = "on" if server.getboolean("debug") else "off"
print(f"server: {server['host']}, port {server.getint('port')}, debug {debug}")
print("log:", server["log"])
print(f"timeouts: {server.getint('timeout')} and {backup.getint('timeout')}")
try:
    config.get("database", "host")
except configparser.NoSectionError as error:
    print(error)

server["port"] = "9090"
with open("shop.ini", "w", encoding="utf-8") as file:
    config.write(file)
with open("shop.ini", encoding="utf-8") as file:
    print()
    print(file.read().rstrip())
