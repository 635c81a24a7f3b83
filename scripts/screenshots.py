"""Take the pictures of docs/screenshots from a site that `crib site` has written.

    crib site public && python scripts/screenshots.py public

It needs Playwright and Debian's Chromium. Each picture has 256 colours at most, and 200 KB.
"""

import io
import sys
import threading
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "screenshots"
LARGEST = 200 * 1024
STARTED = 240_000
"""Milliseconds within which Python has started in the browser of a busy machine."""
WIDE, PHONE = (1280, 860), (390, 844)
LIST = "- `urllib2` - HTTP\n- `requests` - HTTP\n- `imp` - import\n- `sklearn` - machine learning\n"


class _Quiet(SimpleHTTPRequestHandler):
    """A static host that says nothing."""

    extensions_map = {  # noqa: RUF012 -- as its base has it
        **SimpleHTTPRequestHandler.extensions_map,
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
    }

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


def _nothing(_: Page) -> None:
    """Take the page as it comes."""


def _run(page: Page) -> None:
    """Run a program, and wait until its output stands beside the expected one."""
    bench = page.locator(".run").first
    bench.get_by_role("button").click()
    output = bench.locator("[data-part=output]")
    output.filter(has_text="\n").wait_for(timeout=STARTED)
    page.wait_for_function("() => !document.querySelector('.bench-run')?.textContent.match('Stop')")
    bench.locator(".bench-results").scroll_into_view_if_needed()


def _check(page: Page) -> None:
    """Check a list, and wait for the first finding."""
    page.locator("#check textarea").fill(LIST)
    page.locator("#check .bench-run").click()
    page.locator("[data-part=findings] li").first.wait_for(timeout=STARTED)
    page.locator("[data-part=findings]").scroll_into_view_if_needed()


SHOTS: dict[str, tuple[str, tuple[int, int], bool, Callable[[Page], None]]] = {
    "home": ("", WIDE, False, _nothing),
    "module-phone-dark": ("module/pypi/psutil/", PHONE, True, _nothing),
    "task": ("task/read-a-yaml-config/", WIDE, False, _nothing),
    "compare": ("compare/?m=pypi:pyyaml&m=pypi:ruamel-yaml", WIDE, False, _nothing),
    "run": ("task/read-a-yaml-config/", WIDE, False, _run),
    "check": ("check/", WIDE, False, _check),
}
"""Each picture: its page, the size of the window, whether it is dark, and what is done first."""


def small(picture: bytes) -> bytes:
    """Return a picture as a PNG file with a palette."""
    made = io.BytesIO()
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    image.quantize(256).save(made, "PNG", optimize=True)
    return made.getvalue()


def take(address: str) -> None:
    """Take all pictures of the site at an address."""
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (where, (width, height), dark, prepare) in SHOTS.items():
            context = browser.new_context(
                viewport={"width": width, "height": height},
                color_scheme="dark" if dark else "light",
            )
            page = context.new_page()
            page.goto(f"{address}{where}", wait_until="networkidle", timeout=120_000)
            prepare(page)
            picture = small(page.screenshot())
            if len(picture) > LARGEST:
                sys.exit(f"{name}: {len(picture)} bytes are too many")
            (FOLDER / f"{name}.png").write_bytes(picture)
            print(f"{name}.png: {len(picture):,} bytes", flush=True)
            context.close()
        browser.close()


def main() -> None:
    """Serve the folder on this machine, and take the pictures."""
    handler = partial(_Quiet, directory=sys.argv[1])
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        take(f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()


if __name__ == "__main__":
    main()
