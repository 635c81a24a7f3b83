"""How pages come to a phone on a slow connection: what is fetched, what is painted, and when.

    python benchmarks/loading.py ADDRESS…

Each address is that of a site, such as that of a running `crib serve`; several are measured in
turn, so that what is before a change and what is after it have the same machine. The connection is
Chromium's slow 4G (150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up) and its processor is
slowed down to a quarter, as in Lighthouse's mobile profile; nothing is in the browser's cache.

Per page kind the median of five loads: requests and bytes until the page is loaded and in the three
seconds after that, first and largest paint, when it is interactive (scripts have run and no task of
50 ms is left), all in ms, and how far things have moved (CLS). The status is 1 where a module page
of the last address is interactive after more than a second.
"""

import os
import statistics
import sys
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Browser, CDPSession, sync_playwright

KINDS = {
    "home": "",
    "module": "module/pypi/psutil/",
    "largest module": "module/std/os/",
    "task": "task/read-a-yaml-config/",
    "search": "search/",
    "compare": "compare/",
    "check": "check/",
}
ROUNDS = 5
AFTER = 3000
"""Milliseconds in which a loaded page is watched."""
BAR = 1000

SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 // 8,
    "uploadThroughput": 750_000 // 8,
}
SLOWER = 4

WATCH = """
window.watched = { tasks: [], shift: 0, largest: 0 };
const watch = (type, heard) => new PerformanceObserver(
  (list) => list.getEntries().forEach(heard)).observe({ type, buffered: true });
watch("longtask", (each) => watched.tasks.push(each.startTime + each.duration));
watch("layout-shift", (each) => { watched.shift += each.hadRecentInput ? 0 : each.value; });
watch("largest-contentful-paint", (each) => { watched.largest = each.startTime; });
"""

FIGURES = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const paint = performance.getEntriesByName("first-contentful-paint")[0].startTime;
  return {
    paint,
    largest: watched.largest,
    interactive: Math.max(paint, page.domContentLoadedEventEnd, ...watched.tasks),
    shift: watched.shift,
  };
}"""


class Traffic:
    """What a page fetches, by the browser's own word; service workers are beside it."""

    def __init__(self, session: CDPSession) -> None:
        """Listen to a page."""
        self.requests = self.bytes = 0
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)

    def _sent(self, _: object) -> None:
        self.requests += 1

    def _finished(self, event: dict[str, Any]) -> None:
        self.bytes += event["encodedDataLength"]


def loaded(browser: Browser, address: str) -> dict[str, float]:
    """Load a page in a browser that has never seen the site, and return the figures."""
    context = browser.new_context(viewport={"width": 412, "height": 823}, device_scale_factor=1.75)
    page = context.new_page()
    page.add_init_script(WATCH)
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", SLOW_4G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    traffic = Traffic(session)
    page.goto(address, wait_until="load")
    until = {"requests": traffic.requests, "bytes": traffic.bytes}
    page.wait_for_timeout(AFTER)
    figures: dict[str, float] = page.evaluate(FIGURES)
    after = {"later": traffic.requests - until["requests"], "more": traffic.bytes - until["bytes"]}
    context.close()
    return {**until, **after, **figures}


def rows(sites: list[str]) -> Iterator[tuple[str, str, dict[str, float]]]:
    """Yield kind, site and the medians of its figures."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for kind, place in KINDS.items():
            seen: dict[str, list[dict[str, float]]] = {site: [] for site in sites}
            for _ in range(ROUNDS):
                for site in sites:
                    seen[site].append(loaded(browser, site + place))
            for site, found in seen.items():
                names = found[0]
                yield kind, site, {n: statistics.median(f[n] for f in found) for n in names}
        browser.close()


def main() -> int:
    """Measure and print; the status is 1 where the bar is not met."""
    sites = [f"{site.rstrip('/')}/" for site in sys.argv[1:]]
    if not sites:
        print(__doc__)
        return 2
    head = ("requests", "bytes", "later", "more", "paint", "largest", "interactive", "shift")
    print(f"{'':15}", *(f"{name:>11}" for name in head), flush=True)
    late = False
    for kind, site, found in rows(sites):
        shown = (
            f"{found[name]:11.3f}" if name == "shift" else f"{found[name]:11,.0f}" for name in head
        )
        print(f"{kind:15}", *shown, f" {site}", flush=True)
        late |= "module" in kind and site == sites[-1] and found["interactive"] > BAR
    print(f"bar: modules interactive in {BAR} ms; load {os.getloadavg()[0]:.1f}")
    return int(late)


if __name__ == "__main__":
    sys.exit(main())
