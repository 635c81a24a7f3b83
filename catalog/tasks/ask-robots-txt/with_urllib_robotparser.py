# /// script
# requires-python = ">=3.11"
# dependencies = []
# [tool.toolcrib]
# module = "std:urllib.robotparser"
# ///
"""Rules of a robot that is named come before those for all; what no rule names is allowed."""

from pathlib import Path
from urllib.robotparser import RobotFileParser

robots = RobotFileParser()  # on the web: set_url() and read()
robots.parse(Path("robots.txt").read_text(encoding="utf-8").splitlines())

for robot in ("Reader", "Slurper"):
    for page in ("/rooms/3", "/staff/rota", "/search?q=amber"):
        allowed = robots.can_fetch(robot, f"https://museum.example{page}")
        print(f"{robot:8} {page:15} {'may be fetched' if allowed else 'is to be left alone'}")
print("seconds between pages:", robots.crawl_delay("Reader"))
print("sitemap:", *robots.site_maps())
