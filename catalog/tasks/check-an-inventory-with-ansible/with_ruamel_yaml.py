# /// script
# requires-python = ">=3.11"
# dependencies = ["ruamel.yaml", "ansible-core"]
# [tool.toolcrib]
# module = "pypi:ruamel-yaml"
# ///
"""Ansible reads back what ruamel.yaml has written: the old lines as they were, and the new host."""

import json
import subprocess
import sys
from pathlib import Path

from ruamel.yaml import YAML

path = Path("inventory.yml")
yaml = YAML()
inventory = yaml.load(path)
web = inventory["all"]["children"]["web"]["hosts"]
web["web3.example.com"] = {"ansible_port": 2200}
yaml.dump(inventory, path)

command = [sys.executable, "-m", "ansible.cli.inventory", "--list", "-i", path]
listed = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
for group in "web", "databases":
    print(f"{group}:", *listed[group]["hosts"])
print("web3.example.com:", listed["_meta"]["hostvars"]["web3.example.com"])
