"""Search in the browser: the size of the index, and the time of answers in chromium.

    python benchmarks/browser_search.py [modules]

The catalog is the built-in one, grown to so many modules (1,000) and twice as many solutions by
copies of what it has, in which every second word is a new one: more words than real content would
bring. The questions are those of questions.tsv. Chromium is Debian's, as fast as it is here and
slowed down to a quarter, as a phone is.
"""

import csv
import statistics
import sys
import tempfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from grown import grown
from playwright.sync_api import Page, sync_playwright

from toolcrib.app.bundle import open_bundle
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.catalog.unpack import unpack
from toolcrib.identify.stdlib import read_stdlib_names
from toolcrib.web.site import Site

QUESTIONS = Path(__file__).with_name("questions.tsv")

ASK = """async ([assets, index, questions]) => {
    const { load } = await import(assets);
    const bytes = await (await fetch(index)).arrayBuffer();
    const times = [performance.now()];
    const opened = await load(bytes);
    times.push(performance.now());
    for (const question of questions) {
        opened.find(question);
        times.push(performance.now());
    }
    return times.slice(1).map((time, number) => time - times[number]);
}"""
"""Milliseconds of opening the index, of the first answer, and of all others."""

SHOW = """async (question) => {
    const field = document.querySelector("input[role=combobox]");
    const list = document.querySelector("[role=listbox]");
    const begun = performance.now();
    field.value = question;
    field.dispatchEvent(new Event("input"));
    while (!list.querySelector("a")) await new Promise((done) => setTimeout(done, 0));
    list.getBoundingClientRect();
    return performance.now() - begun;
}"""
"""Milliseconds from a letter to hits that are laid out."""


def write(bundle: Bundle, folder: Path) -> tuple[str, str]:
    """Write what search needs of a site, and return where the scorer and the index lie."""
    site = Site(bundle)
    scorer, index = site.assets.address("ranking.js"), "search.bin"
    names = ["index.html", index, *map(site.assets.address, site.assets.files)]
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        file = site.file(name)
        assert file, name  # noqa: S101 -- a name of the site
        path.write_bytes(file.make())
    return scorer, index


def report(name: str, times: list[float]) -> None:
    """Print opening, first answer, and how the others are spread."""
    opening, first, *others = times
    hundredths = statistics.quantiles(others, n=100)
    print(
        f"{name}: index opened in {opening:.0f} ms; first answer {first:.1f} ms, others median "
        f"{hundredths[49]:.1f} ms, p99 {hundredths[98]:.1f} ms, longest {max(others):.1f} ms"
    )


def measure(page: Page, url: str, places: tuple[str, str], questions: list[str]) -> None:
    """Measure the scorer, and the field, at full speed and at a quarter."""
    session = page.context.new_cdp_session(page)
    scorer, index = (url + place for place in places)
    for name, rate in (("full speed", 1), ("a quarter of it", 4)):
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        page.goto(url)
        report(name, page.evaluate(ASK, [scorer, index, questions]))
        page.locator("input[role=combobox]").focus()
        page.wait_for_timeout(3000)
        shown = page.evaluate(SHOW, questions[0])
        print(f"{name}: from a letter to the first hits shown {shown:.1f} ms")


class _Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing of it."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def main() -> None:
    """Grow the catalog, write the site, ask."""
    modules = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        questions = [row[0] for row in rows]
    with tempfile.TemporaryDirectory() as name, open_bundle() as built_in:
        folder = Path(name)
        catalog, beside = unpack(built_in)
        large, receipts = grown(catalog, beside.receipts, modules)
        exported = tuple(beside.exported.values())
        path = folder / "large.sqlite"
        attributes = read_stdlib_names().attributes
        compile_bundle(
            large, receipts, path, (), attributes, exported=exported, vectors=beside.vectors
        )
        with Bundle(str(path)) as bundle:
            places = write(bundle, folder / "site")
        solutions = sum(len(task.solutions) for task in large.tasks.values())
        size = (folder / "site" / places[1]).stat().st_size
        print(f"{len(large.modules)} modules, {solutions} solutions: an index of {size:,} bytes")
        handler = partial(_Silent, directory=str(folder / "site"))
        with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server, sync_playwright() as driver:
            Thread(target=server.serve_forever, daemon=True).start()
            browser = driver.chromium.launch(
                executable_path="/usr/bin/chromium", args=["--no-sandbox"]
            )
            url = f"http://127.0.0.1:{server.server_port}/"
            measure(browser.new_page(), url, places, questions)
            browser.close()
            server.shutdown()


if __name__ == "__main__":
    main()
