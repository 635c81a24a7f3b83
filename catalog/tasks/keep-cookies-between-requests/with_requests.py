# /// script
# requires-python = ">=3.11"
# dependencies = ["requests"]
# [tool.toolcrib]
# module = "pypi:requests"
# ///
"""A Session keeps cookies by itself; its jar becomes a dictionary that goes into any file."""

import json
from pathlib import Path

import requests

SITE = "http://localhost:8080/cookies"


def line(cookies):
    return ", ".join(f"{name}={cookies[name]}" for name in sorted(cookies)) or "no cookies"


def known(client):
    return line(client.get(SITE, timeout=10).json()["cookies"])


saved = Path("cookies.json")
with requests.Session() as session:
    session.get(f"{SITE}/set", params={"theme": "dark", "language": "fr"}, timeout=10)
    print("the site sets:", line(session.cookies.get_dict()))
    print("the site gets back:", known(session))
    saved.write_text(json.dumps(session.cookies.get_dict()), encoding="utf-8")

with requests.Session() as session:
    session.cookies.update(json.loads(saved.read_text(encoding="utf-8")))
    print("after a new start:", known(session))
print("without the jar:", known(requests))
