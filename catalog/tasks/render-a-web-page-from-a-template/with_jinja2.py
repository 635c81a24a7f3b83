# /// script
# requires-python = ">=3.11"
# dependencies = ["jinja2"]
# [tool.toolcrib]
# module = "pypi:jinja2"
# ///
"""Pages share one layout, and with autoescape a visitor's text cannot become a script."""

import json

from jinja2 import Environment, FileSystemLoader, StrictUndefined

with open("guestbook.json", encoding="utf-8") as file:
    entries = json.load(file)

loader = FileSystemLoader("templates")
environment = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
print(environment.get_template("guestbook.html").render(entries=entries))
