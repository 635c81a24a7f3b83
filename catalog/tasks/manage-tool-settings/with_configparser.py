# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:configparser"
# ///
"""optionxform=str keeps capitals, interpolation=None leaves % alone: a file of others stays theirs."""

import argparse
import configparser
import sys


def setting(text):
    name, _, value = text.partition("=")
    section, _, key = name.strip().rpartition(".")
    if not section or not key:
        raise argparse.ArgumentTypeError(f"{text!r} is not like section.key=value")
    return section, key, value.strip()


parser = argparse.ArgumentParser(description="Change the .ini file of a tool; comments get lost.")
parser.add_argument("file", nargs="?", default="pip.conf")
parser.add_argument("--list", action="store_true", help="list the settings before the change")
add = {"action": "append", "default": []}
parser.add_argument("--set", type=setting, metavar="SECTION.KEY=VALUE", **add)
parser.add_argument("--remove", type=setting, metavar="SECTION.KEY", **add)
args = parser.parse_args()
config = configparser.ConfigParser(interpolation=None, allow_no_value=True)
config.optionxform = str
try:
    with open(args.file, encoding="utf-8") as file:
        config.read_file(file)
    if args.list:
        for section in config.sections():
            for key, value in config[section].items():
                print(f"{section}.{key}={value!r}")
        print()
    for section, key, value in args.set:
        if section not in config:
            config.add_section(section)
        config[section][key] = value
    for section, key, _ in args.remove:
        if not config.remove_option(section, key):
            sys.exit(f"{args.file}: there is no {section}.{key}")
    if args.set or args.remove:
        with open(args.file, "w", encoding="utf-8") as file:
            config.write(file)
    with open(args.file, encoding="utf-8") as file:
        print(file.read().rstrip())
except (OSError, ValueError, configparser.Error) as error:
    sys.exit(" ".join(str(error).split()))
except KeyboardInterrupt:
    sys.exit(130)
