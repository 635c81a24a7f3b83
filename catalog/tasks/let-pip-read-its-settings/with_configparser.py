# /// script
# requires-python = ">=3.11"
# dependencies = ["pip"]
# [tool.toolcrib]
# module = "std:configparser"
# ///
"""pip keeps its settings by configparser too, and says by itself what it understood of them."""

import configparser
import os
import subprocess
import sys
from pathlib import Path

path = Path("pip.conf")
config = configparser.ConfigParser(interpolation=None)
config.read_string(path.read_text(encoding="utf-8"))
config["global"]["timeout"] = "60"
config["install"] = {"no-compile": "true"}
config.remove_option("global", "proxy")
with path.open("w", encoding="utf-8") as file:
    config.write(file)
print(path.read_text(encoding="utf-8"), end="", flush=True)

environment = os.environ | {"PIP_CONFIG_FILE": str(path)}
command = [sys.executable, "-m", "pip", "config", "list"]
subprocess.run(command, env=environment, check=True)
