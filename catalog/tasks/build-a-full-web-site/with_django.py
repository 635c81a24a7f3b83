# /// script
# requires-python = ">=3.11"
# dependencies = ["django"]
# [tool.toolcrib]
# module = "pypi:django"
# ///
"""Django makes a table, a migration, the admin's forms and a list for a page from one class."""

import os
import subprocess
import sys
from datetime import date

import django
from django.core.management import call_command

subprocess.run([sys.executable, "-m", "django", "startproject", "observatory", "."], check=True)
with open("observatory/settings.py", "a", encoding="utf-8") as settings:
    settings.write('INSTALLED_APPS += ["programme"]\nROOT_URLCONF = "programme.urls"\n')

os.environ["DJANGO_SETTINGS_MODULE"] = "observatory.settings"
django.setup()
call_command("makemigrations", "programme")
call_command("migrate")

from django.contrib.auth.models import User  # noqa: E402 -- models need the settings
from programme.models import Evening  # noqa: E402

User.objects.create_superuser("keeper", password="dark-sky")
Evening.objects.create(title="Double stars & colours", day=date(2026, 4, 17))
Evening.objects.create(title="The Moon", day=date(2026, 3, 27), seats=40)
call_command("runserver", "8000", use_reloader=False)
