# /// script
# requires-python = ">=3.11"
# dependencies = ["ruamel.yaml"]
# [tool.toolcrib]
# module = "pypi:ruamel-yaml"
# ///
"""YAML 1.2, with typ="safe" as plain values without comments; YAML() alone would keep those."""

from datetime import date
from io import StringIO
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.constructor import ConstructorError

yaml = YAML(typ="safe", pure=True)
yaml.default_flow_style = False
yaml.sort_base_mapping_type_on_output = False

team = yaml.load(Path("team.yaml"))
print(team["lead"])

team["since"] = date(2026, 3, 14)
yaml.dump(team, text := StringIO())
print(text.getvalue())
print(yaml.load(text.getvalue()))
try:
    yaml.load(Path("hostile.yaml"))
except ConstructorError as error:
    print(f"hostile.yaml, line {error.problem_mark.line + 1}: {error.problem}")
