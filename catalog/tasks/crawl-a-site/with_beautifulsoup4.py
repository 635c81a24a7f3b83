# /// script
# requires-python = ">=3.11"
# dependencies = ["beautifulsoup4", "requests"]
# [tool.toolcrib]
# module = "pypi:beautifulsoup4"
# ///
"""For a small site a queue of addresses is enough, with the robots.txt of the standard library."""

import argparse
import json
import sys
import time
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

import requests
from bs4 import BeautifulSoup

parser = argparse.ArgumentParser(description="Print address and title of each page of a site.")
parser.add_argument("url", nargs="?", default="http://localhost:8000/")
parser.add_argument("--depth", type=int, default=2, help="how many links to go from the first page")
parser.add_argument("--delay", type=float, default=0, help="seconds between two requests")
args = parser.parse_args()
host = urlsplit(args.url).netloc
if args.depth < 1 or args.delay < 0 or not host:
    parser.error("it wants a whole address, a depth of at least 1 and a delay of at least 0")


def crawl() -> None:
    with requests.Session() as session:
        rules = RobotFileParser()
        answer = session.get(urljoin(args.url, "/robots.txt"), timeout=10)
        rules.parse(answer.text.splitlines() if answer.ok else [])
        depths = {args.url: 0}
        for url in (queue := [args.url]):
            if not rules.can_fetch("*", url):
                continue
            time.sleep(args.delay)
            with session.get(url, timeout=10, stream=True) as answer:
                if not answer.ok or "html" not in answer.headers.get("Content-Type", ""):
                    continue
                page = BeautifulSoup(answer.content, "html.parser")
            title = page.title.get_text().strip() if page.title else ""
            print(json.dumps({"url": url, "title": title}, ensure_ascii=False))
            for link in page.find_all("a", href=True) if depths[url] < args.depth else ():
                found = urldefrag(urljoin(url, link["href"])).url
                if urlsplit(found).netloc == host and found not in depths:
                    depths[found] = depths[url] + 1
                    queue.append(found)


try:
    crawl()
except requests.RequestException as error:
    sys.exit(f"{args.url}: {error}")
except KeyboardInterrupt:
    sys.exit(130)
