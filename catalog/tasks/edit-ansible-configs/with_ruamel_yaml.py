# /// script
# requires-python = ">=3.11"
# dependencies = ["ruamel.yaml"]
# [tool.toolcrib]
# module = "pypi:ruamel-yaml"
# ///
"""What is not changed is written as it was read: comments, order, and tags such as !vault."""

import argparse
import sys
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError


def inside(mapping, key):
    if mapping.get(key) is None:
        mapping[key] = {}
    return mapping[key]


def names(tasks):
    for task in tasks or ():
        parts = [task[part] for part in ("block", "rescue", "always") if part in task]
        yield from names(sum(parts, [])) if parts else [task.get("name") or next(iter(task))]


parser = argparse.ArgumentParser(description="Add a host to an inventory; list a playbook's tasks.")
parser.add_argument("file", type=Path, nargs="?", default="inventory.yml")
parser.add_argument("--add-host", metavar="NAME")
parser.add_argument("--group", help="of the new host")
parser.add_argument("--playbook", type=Path)
args = parser.parse_args()
yaml = YAML()
yaml.preserve_quotes = True
yaml.width = 1000
try:
    inventory = yaml.load(args.file)
    if args.add_host:
        group = inventory["all"]
        if args.group:
            group = inside(inside(group, "children"), args.group)
        inside(group, "hosts").setdefault(args.add_host, None)
        yaml.dump(inventory, args.file)
    print(args.file.read_text(encoding="utf-8"), end="")
    for play in yaml.load(args.playbook) if args.playbook else ():
        print(f"{play.get('name', play['hosts'])}:")
        print(*(f"- {name}" for name in names(play.get("tasks"))), sep="\n")
except (OSError, YAMLError) as error:
    sys.exit(" ".join(str(error).split()))
except (AttributeError, KeyError, TypeError, ValueError):
    sys.exit("not an Ansible inventory, or not a playbook")
except KeyboardInterrupt:
    sys.exit(130)
