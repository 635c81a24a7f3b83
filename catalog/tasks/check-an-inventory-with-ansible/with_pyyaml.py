# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML", "ansible-core"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""Ansible has the last word on what an inventory means, so it reads back what PyYAML has written."""

import json
import subprocess
import sys
from pathlib import Path

import yaml

path = Path("inventory.yml")
inventory = yaml.safe_load(path.read_text(encoding="utf-8"))
web = inventory["all"]["children"]["web"]["hosts"]
web["web3.example.com"] = {"ansible_port": 2200}
path.write_text(yaml.safe_dump(inventory, sort_keys=False), encoding="utf-8")

command = [sys.executable, "-m", "ansible.cli.inventory", "--list", "-i", path]
listed = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
for group in "web", "databases":
    print(f"{group}:", *listed[group]["hosts"])
print("web3.example.com:", listed["_meta"]["hostvars"]["web3.example.com"])
