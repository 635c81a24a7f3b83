# /// script
# requires-python = ">=3.11"
# dependencies = ["django"]
# [tool.toolcrib]
# module = "pypi:django"
# ///
"""The templates of a site serve a script as well, and escape whatever they are given."""

import json

import django
from django.conf import settings
from django.template.loader import render_to_string

with open("guestbook.json", encoding="utf-8") as file:
    entries = json.load(file)

backend = "django.template.backends.django.DjangoTemplates"
settings.configure(TEMPLATES=[{"BACKEND": backend, "DIRS": ["templates"]}])
django.setup()
print(render_to_string("guestbook.html", {"entries": entries}), end="")
