# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:argparse"
# ///
"""From one declaration come types, defaults, subcommands, help and messages with status 2."""

import argparse
import sys
from contextlib import redirect_stderr

parser = argparse.ArgumentParser(prog="manage.py", description="Manage the shop.")
parser.add_argument("--settings", metavar="FILE", default="settings.toml")
commands = parser.add_subparsers(dest="command", required=True)
serve = commands.add_parser("runserver", description="Serve the shop to browsers.")
serve.add_argument("port", type=int, nargs="?", default=8080, help="default: %(default)s")
serve.add_argument("--workers", type=int, metavar="N", default=2, help="default: %(default)s")

for line in (
    "runserver 8000",
    "--settings test.toml runserver --workers 4",
    "--colour runserver",
    "runserver --help",
):
    print("$ manage.py", line)
    try:
        with redirect_stderr(sys.stdout):
            args = parser.parse_args(line.split())
        print(f"{args.settings}: serve on port {args.port} with {args.workers} workers")
    except SystemExit as end:
        print("exit status", end.code)
