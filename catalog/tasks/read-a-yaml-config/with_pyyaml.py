# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""safe_load builds plain dictionaries and lists only, so a hostile file cannot run code."""

import yaml

with open("config.yaml", encoding="utf-8") as file:
    config = yaml.safe_load(file)

server = config["server"]
print(f"{server['host']}:{server['port']}")
for database in config["databases"]:
    print(f"{database['name']}: {database.get('pool', 5)} connections")

try:
    with open("broken.yaml", encoding="utf-8") as file:
        yaml.safe_load(file)
except yaml.MarkedYAMLError as error:
    mark = error.problem_mark
    print(f"broken.yaml:{mark.line + 1}:{mark.column + 1}: {error.problem}")
