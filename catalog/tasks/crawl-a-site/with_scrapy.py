# /// script
# requires-python = ">=3.11"
# dependencies = ["scrapy"]
# [tool.toolcrib]
# module = "pypi:scrapy"
# ///
"""A spider says only what a page gives and where to go on; robots.txt and repeats are seen to."""

import argparse
import signal
import sys
from collections.abc import AsyncIterator, Iterator
from urllib.parse import urlsplit

import scrapy
from scrapy.crawler import CrawlerProcess
from scrapy.http import HtmlResponse, Response
from scrapy.linkextractors import LinkExtractor

parser = argparse.ArgumentParser(description="Print address and title of each page of a site.")
parser.add_argument("url", nargs="?", default="http://localhost:8000/")
parser.add_argument("--depth", type=int, default=2, help="how many links to go from the first page")
parser.add_argument("--delay", type=float, default=0, help="seconds between two requests")
args = parser.parse_args()
if args.depth < 1 or args.delay < 0 or not urlsplit(args.url).hostname:
    parser.error("it wants a whole address, a depth of at least 1 and a delay of at least 0")


class Pages(scrapy.Spider):
    name = "pages"
    links = LinkExtractor(allow_domains=urlsplit(args.url).netloc)

    async def start(self) -> AsyncIterator[scrapy.Request]:
        yield scrapy.Request(args.url)

    def parse(self, response: Response) -> Iterator[dict | scrapy.Request]:
        if isinstance(response, HtmlResponse):
            yield {"url": response.url, "title": response.css("title::text").get("").strip()}
            yield from response.follow_all(self.links.extract_links(response))


signal.signal(signal.SIGINT, signal.SIG_DFL)
process = CrawlerProcess(
    {
        "DEPTH_LIMIT": args.depth,
        "DEPTH_PRIORITY": 1,  # near pages before far ones
        "DOWNLOAD_DELAY": args.delay,
        "FEEDS": {"stdout:": {"format": "jsonlines", "encoding": "utf-8"}},
        "LOG_ENABLED": False,
        "ROBOTSTXT_OBEY": True,
    }
)
crawler = process.create_crawler(Pages)
process.crawl(crawler)
process.start(install_signal_handlers=False)
if not crawler.stats.get_value("item_scraped_count"):
    sys.exit(f"{args.url}: no page could be read")
