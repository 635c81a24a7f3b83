# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:json"
# ///
"""A dict keeps the order of the file, and indent=2 keeps it fit for people to read and edit."""

import argparse
import json
import sys
from pathlib import Path


def assignment(text):
    key, equals, value = text.partition("=")
    if not key or not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not like window.width=1600")
    try:
        return key, json.loads(value)
    except ValueError:
        return key, value


def change(settings, key, value):
    *outer, name = key.split(".")
    for part in outer:
        settings = settings.setdefault(part, {})
    settings[name] = value


parser = argparse.ArgumentParser(description="Change settings in a JSON file and print it.")
parser.add_argument("file", type=Path, nargs="?", default="settings.json")
parser.add_argument(
    "--set",
    type=assignment,
    action="append",
    default=[],
    metavar="KEY=VALUE",
    help="a nested key has dots; what is no JSON value is a string",
)
args = parser.parse_args()
try:
    settings = json.loads(args.file.read_text(encoding="utf-8"))
    for key, value in args.set:
        change(settings, key, value)
    text = json.dumps(settings, ensure_ascii=False, indent=2) + "\n"
    if args.set:
        args.file.write_text(text, encoding="utf-8")
    print(text, end="")
except OSError as error:
    sys.exit(str(error))
except json.JSONDecodeError as error:
    sys.exit(f"{args.file}:{error.lineno}:{error.colno}: {error.msg}")
except (AttributeError, TypeError):
    sys.exit(f"{args.file}: {key} leads into a value that is no object")
except (ValueError, RecursionError) as error:
    sys.exit(f"{args.file}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
