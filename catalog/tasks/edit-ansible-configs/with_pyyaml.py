# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""The safe loader refuses all tags but those it is taught, here Ansible's !vault."""

import argparse
import sys
from pathlib import Path

import yaml


class Vault(str):
    pass


def inside(mapping, key):
    if mapping.get(key) is None:
        mapping[key] = {}
    return mapping[key]


def names(tasks):
    for task in tasks or ():
        parts = [task[part] for part in ("block", "rescue", "always") if part in task]
        yield from names(sum(parts, [])) if parts else [task.get("name") or next(iter(task))]


NULL = "tag:yaml.org,2002:null"
yaml.SafeLoader.add_constructor("!vault", lambda _, node: Vault(node.value))
yaml.SafeDumper.add_representer(Vault, lambda d, text: d.represent_scalar("!vault", text, "|"))
yaml.SafeDumper.add_representer(type(None), lambda d, _: d.represent_scalar(NULL, ""))
parser = argparse.ArgumentParser(description="Add a host to an inventory; list a playbook's tasks.")
parser.add_argument("file", type=Path, nargs="?", default="inventory.yml")
parser.add_argument("--add-host", metavar="NAME")
parser.add_argument("--group", help="of the new host")
parser.add_argument("--playbook", type=Path)
args = parser.parse_args()
try:
    inventory = yaml.safe_load(args.file.read_text(encoding="utf-8"))
    if args.add_host:
        group = inventory["all"]
        if args.group:
            group = inside(inside(group, "children"), args.group)
        inside(group, "hosts").setdefault(args.add_host)
        text = yaml.safe_dump(inventory, sort_keys=False, allow_unicode=True, width=1000)
        args.file.write_text(text, encoding="utf-8")
    print(args.file.read_text(encoding="utf-8"), end="")
    for play in yaml.safe_load(args.playbook.read_text(encoding="utf-8")) if args.playbook else ():
        print(f"{play.get('name', play['hosts'])}:")
        print(*(f"- {name}" for name in names(play.get("tasks"))), sep="\n")
except (OSError, yaml.YAMLError) as error:
    sys.exit(" ".join(str(error).split()))
except (AttributeError, KeyError, TypeError, ValueError):
    sys.exit("not an Ansible inventory, or not a playbook")
except KeyboardInterrupt:
    sys.exit(130)
