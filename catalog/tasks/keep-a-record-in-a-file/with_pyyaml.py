# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""The text that people like best to read and edit; safe_load builds plain values alone."""

import yaml

record = {"name": "Alice", "age": 30}
with open("record.yaml", "w", encoding="utf-8") as file:
    yaml.safe_dump(record, file, sort_keys=False)

with open("record.yaml", encoding="utf-8") as file:
    loaded = yaml.safe_load(file)
print(loaded)
print("next year:", loaded["age"] + 1)
