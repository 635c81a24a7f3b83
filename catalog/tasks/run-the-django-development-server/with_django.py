# /// script
# requires-python = ">=3.11"
# dependencies = ["django"]
# [tool.toolcrib]
# module = "pypi:django"
# ///
"""It shows faults in the browser and reloads what changed if asked: for development only."""

import argparse
import os
import re
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

parser = argparse.ArgumentParser(
    description="Run the development server of the site in this folder."
)
parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="ADDRESS:PORT or PORT")
parser.add_argument("--reload", action="store_true", help="start anew when a file changes")
args = parser.parse_args()
try:
    program = Path("manage.py").read_text(encoding="utf-8")
except OSError as error:
    sys.exit(f"manage.py: {error.strerror}")
if not (named := re.search(r"DJANGO_SETTINGS_MODULE\W+([\w.]+)", program)):
    sys.exit("manage.py: it does not say which settings it takes")

os.environ.setdefault("DJANGO_SETTINGS_MODULE", named[1])
sys.path.insert(0, os.getcwd())
sys.argv = ["manage.py", "runserver", args.address]  # what a reloader starts anew, too
if not args.reload:
    sys.argv.append("--noreload")
try:
    execute_from_command_line(sys.argv)
except SystemExit as ending:
    sys.exit(ending.code or 130)  # it ends well by Ctrl-C alone
sys.exit(130)  # and with a reloader it returns
