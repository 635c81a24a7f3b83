# /// script
# requires-python = ">=3.11"
# [tool.toolcrib]
# module = "std:importlib.resources"
# ///
"""It asks the importer where the data lie, so a package reads the same from a folder and a ZIP."""

import csv
import importlib
import shutil
import sys
from importlib.resources import files


def visit(place):
    data = files(importlib.import_module("museum"))
    names = [item.name for item in data.iterdir() if item.name.endswith(".csv")]
    names += [f"texts/{item.name}" for item in (data / "texts").iterdir()]
    print(f"{place}: {', '.join(names)}")
    with (data / "hours.csv").open(encoding="utf-8") as file:
        print(" ", ", ".join(f"{row['day']} from {row['opens']}" for row in csv.DictReader(file)))
    print(" ", (data / "texts" / "welcome.txt").read_text(encoding="utf-8").strip())


visit("in a folder")
shutil.make_archive("harbour", "zip", base_dir="museum")
shutil.rmtree("museum")
del sys.modules["museum"]
sys.path.insert(0, "harbour.zip")
visit("in a ZIP archive")
