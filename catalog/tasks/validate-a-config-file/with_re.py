# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:re"
# ///
"""A pattern for each setting says what may stand there, and the loop knows the line that does not."""

import argparse
import re
import sys

SETTING = re.compile(r"(\w[\w ]*?)\s*=\s*(.+)")
RULES = {
    "host": (re.compile(r"[a-z\d-]+(\.[a-z\d-]+)*"), "is no host name"),
    "port": range(1, 65536),
    "log level": (re.compile("debug|info|warning|error"), "is not debug, info, warning or error"),
    "workers": range(1, 65),
}


def fault_of(name, value, lines):
    match RULES.get(name):
        case None:
            return f"there is no setting {name!r}"
        case _ if name in lines:
            return f"{name} is set in line {lines[name]} already"
        case range() if not re.fullmatch("[0-9]{1,9}", value):
            return f"{name}: {value!r} is no number"
        case range() as numbers if int(value) not in numbers:
            return f"{name}: {value} is not between {numbers[0]} and {numbers[-1]}"
        case (pattern, fault) if not pattern.fullmatch(value):
            return f"{name}: {value!r} {fault}"


def faults_of(file):
    lines = {}
    for number, line in enumerate(file, start=1):
        text = re.sub(r"(^|\s)#.*", "", line).strip()
        if setting := SETTING.fullmatch(text):
            if fault := fault_of(*setting.groups(), lines):
                yield number, fault
            lines.setdefault(setting[1], number)
        elif text:
            yield number, 'not of the form "name = value"'


parser = argparse.ArgumentParser(description="Check settings line by line.")
parser.add_argument("file", nargs="*", default=["app.conf"])
wrong = 0
try:
    for path in parser.parse_args().file:
        with open(path, encoding="utf-8", errors="replace") as file:
            faults = [f"{path}:{number}: {fault}" for number, fault in faults_of(file)]
        print("\n".join(faults) or f"{path}: nothing wrong")
        wrong += len(faults)
except OSError as error:
    sys.exit(str(error))
except KeyboardInterrupt:
    sys.exit(130)
sys.exit(1 if wrong else 0)
