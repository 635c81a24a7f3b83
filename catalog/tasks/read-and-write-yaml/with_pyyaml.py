# /// script
# requires-python = ">=3.11"
# dependencies = ["PyYAML"]
# [tool.toolcrib]
# module = "pypi:pyyaml"
# ///
"""safe_load and safe_dump know plain values only, so no tag in a file can run code."""

from datetime import date

import yaml

with open("team.yaml", encoding="utf-8") as file:
    team = yaml.safe_load(file)
print(team["lead"])

team["since"] = date(2026, 3, 14)
text = yaml.safe_dump(team, sort_keys=False, allow_unicode=True)
print(text)
print(yaml.safe_load(text))

try:
    with open("hostile.yaml", encoding="utf-8") as file:
        yaml.safe_load(file)
except yaml.constructor.ConstructorError as error:
    print(f"hostile.yaml, line {error.problem_mark.line + 1}: {error.problem}")
