# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:webbrowser"
# ///
"""The default browser needs no register; with it a program brings a browser of its own choice."""

import webbrowser
from pathlib import Path

Path("out").mkdir(exist_ok=True)
QUIET = ["--headless=new", "--log-level=3"]
SHOT = ["--window-size=560,200", "--screenshot=out/report.png", "--dump-dom"]

camera = webbrowser.GenericBrowser(["chromium", *QUIET, *SHOT, "%s"])
webbrowser.register("camera", None, camera, preferred=True)

webbrowser.open(Path("report.html").resolve().as_uri())
