# /// script
# requires-python = ">=3.11"
# dependencies = ["ruamel.yaml"]
# [tool.toolcrib]
# module = "pypi:ruamel-yaml"
# ///
"""ruamel.yaml reads YAML 1.2, in which a bare no, on or off stays a word."""

from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError

yaml = YAML(typ="safe", pure=True)
config = yaml.load(Path("config.yaml"))

server = config["server"]
print(f"{server['host']}:{server['port']}")
for database in config["databases"]:
    print(f"{database['name']}: {database.get('pool', 5)} connections")

try:
    yaml.load(Path("broken.yaml"))
except MarkedYAMLError as error:
    mark = error.problem_mark
    print(f"broken.yaml:{mark.line + 1}:{mark.column + 1}: {error.problem}")
