"""Programs that run, and lists that are checked, in a real Chromium, under the site's policy."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from content import catalog, module, receipt, solution, task
from dists import wheel
from sites import static_host
from toolcrib.catalog.bundle import Bundle
from toolcrib.catalog.compile import compile_bundle
from toolcrib.model.module import ModuleId
from toolcrib.model.receipt import EMSCRIPTEN, Cell, Lock, Package, Receipt
from toolcrib.model.task import Output, Run, TaskFiles
from toolcrib.verify.locks import lock_digest
from toolcrib.verify.record import write_lock
from toolcrib.verify.room import Interpreter
from toolcrib.web.browser import browser_part
from toolcrib.web.build import Build
from toolcrib.web.export import export

# The wheels that checking takes come from the package index.
pytestmark = pytest.mark.index

BROWSER = Cell(python="3.14", platform=EMSCRIPTEN)
SUMS, ZLIB, MATH, TIME, OWN = (
    ModuleId(name) for name in ("std:json", "std:zlib", "std:math", "std:time", "pypi:cribtest")
)

ADD = """import json, sys
with open("numbers.json") as file:
    print(f"{sys.argv[1]} {sum(json.load(file))}", input())"""
DOT = r"""import pathlib, struct, zlib

def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

pathlib.Path("out").mkdir()
pathlib.Path("out/dot.png").write_bytes(
    b"\x89PNG\r\n\x1a\n"
    + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    + chunk(b"IEND", b"")
)
print("a red dot")"""
ROOT = """import math
print("root", math.sqrt(2) + 1e-9)"""
WAIT = """import asyncio, time
async def main():
    await asyncio.sleep(0.01)
    print("waited")
asyncio.run(main())"""
WHEEL = """import cribtest
print(cribtest.WORDS)"""

LISTED = "# Tools\n\n- asyncore: <b>sockets</b>\n- reqests: HTTP\n- yaml: files\n"
FRENCH = {
    "Run": "Exécuter",
    "The output is the expected one.": "La sortie est celle qui est attendue.",
}
STARTED = 60_000  # milliseconds in which Python has started on a busy machine


def content(receipts: Path) -> tuple[object, dict[ModuleId, tuple[Receipt, ...]]]:
    """Return a catalog of five tasks with receipts from a browser; the lock of one is written."""
    tasks = (
        task("add-numbers", solution(SUMS, ADD), run=Run(args=("sum",), stdin="please\n")),
        task("draw-a-dot", solution(ZLIB, DOT), output=Output(pictures=("dot.png",))),
        task("take-a-root", solution(MATH, ROOT), output=Output(tolerance=1e-6)),
        task("wait-a-moment", solution(TIME, WAIT), run=Run(timeout=2)),
        task("use-a-wheel", solution(OWN, WHEEL, "cribtest")),
    )
    outputs = ("sum 42 please\n", "a red dot\n", "root 1.41421356\n", "waited\n", "made here\n")
    files = {each.id: TaskFiles(expected=out) for each, out in zip(tasks, outputs, strict=True)}
    files["add-numbers"] = TaskFiles(expected=outputs[0], inputs={"numbers.json": b"[40, 2]\n"})
    lock = _own_wheel(receipts)
    modules = [module(each.solutions[0].module) for each in tasks]
    made = catalog(modules, tasks, files=files, translations={"fr": FRENCH})
    lines = {
        each.solutions[0].module: (
            receipt(
                each,
                each.solutions[0].file,
                files[each.id],
                cell=BROWSER,
                lock=lock if each.solutions[0].dependencies else "",
            ),
        )
        for each in tasks
    }
    return made, lines


def _own_wheel(receipts: Path) -> str:
    """Make a wheel that lies in the cache as if it had been fetched; return its lock's digest."""
    folder = receipts.parent / "cache/browser/cribtest-1.0"
    folder.mkdir(parents=True)
    path = wheel(folder, "cribtest", {"cribtest/__init__.py": 'WORDS = "made here"\n'})
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    package = Package(name="cribtest", version="1.0", hashes=(digest,))
    lock = Lock(python="3.14", platform=EMSCRIPTEN, requirements=("cribtest",), packages=(package,))
    write_lock(receipts, lock)
    return lock_digest(lock)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, pyodide: Interpreter) -> Iterator[str]:
    """Serve the site of that catalog; yields its address."""
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TOOLCRIB_CACHE", str(folder / "cache"))
        patch.setenv("TOOLCRIB_CATALOGS", str(folder / "catalog"))
        made, receipts = content(folder / "receipts")
        (folder / "cache/pyodide").symlink_to(pyodide.prefix.parent)
        compile_bundle(made, receipts, folder / "bundle.sqlite")
        with Bundle(str(folder / "bundle.sqlite")) as bundle:
            part = browser_part(bundle, "npm", print)
            assert part.left == ()
            export(Build(bundle, browser=part).files(), folder / "public")
    with static_host(folder / "public") as address:
        yield address


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a page that nothing may reach from elsewhere."""
    context.set_default_timeout(STARTED)
    page = context.new_page()
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url.split("/")[2]))
    yield page
    assert len(asked - {""}) == 1


class Bench:
    """The bench of a task's one program, as a person uses it."""

    def __init__(self, page: Page, site: str, task: str, language: str = "") -> None:
        """Open the page of a task and run its program as it is."""
        page.goto(f"{site}{language}task/{task}/")
        self.root = page.locator(".run")
        self.root.get_by_role("button").click()
        self.status = self.root.get_by_role("status")
        self.button = self.part("run")

    def part(self, name: str) -> Locator:
        """Return one of its parts."""
        return self.root.locator(f"[data-part={name}]")

    def ends(self, said: str | re.Pattern[str]) -> None:
        """Wait until it says how it ended."""
        expect(self.status).to_contain_text(said, timeout=STARTED)
        expect(self.button).to_have_text("Run")

    def run(self, code: str) -> None:
        """Run another program."""
        self.part("code").fill(code)
        self.button.click()


def test_proven_program_beside_its_expected_output(page: Page, site: str) -> None:
    """It gets its arguments, input files and standard input, and gives what is expected."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("The output is the expected one.")
    expect(bench.part("output")).to_have_text("sum 42 please\n")
    expect(bench.part("expected")).to_have_text("sum 42 please\n")
    expect(bench.button).to_be_focused()


def test_changed_program(page: Page, site: str) -> None:
    """What differs is said with its first line; what was proven can be had back."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    bench.run("print('sum 42 please')\nprint('and more')")
    bench.ends("first in line 2")
    bench.run("import sys\nprint('sum 42 please')\nsys.exit(3)")
    bench.ends("status 3, and 0 was expected")
    bench.part("reset").click()
    expect(bench.part("code")).to_have_value(re.compile("json.load"))
    page.keyboard.press("Control+Enter")
    bench.ends("The output is the expected one.")


def test_changed_input(page: Page, site: str) -> None:
    """Files, arguments and standard input can be changed, and it is said that they were."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    bench.part("input").locator("summary").click()
    bench.root.get_by_label("numbers.json").fill("[1, 2]")
    bench.root.get_by_label("Arguments").fill("total")
    bench.root.get_by_label("Standard input").fill("thanks\n")
    bench.button.click()
    bench.ends("The input was changed")
    expect(bench.part("output")).to_have_text("total 3 thanks\n")


def test_program_that_fails(page: Page, site: str) -> None:
    """Its traceback is shown as text, with the program's own lines."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    bench.run("import json\njson.loads('<img src=x>')")
    bench.ends("status 1, and 0 was expected")
    expect(bench.part("errors")).to_contain_text('with_json.py", line 2')
    expect(bench.part("errors")).to_contain_text("JSONDecodeError")
    bench.run("def f(:")
    bench.ends("status 1")
    expect(bench.part("errors")).to_contain_text("SyntaxError")


def test_endless_program_is_stopped(page: Page, site: str) -> None:
    """What it has said stays, and another run begins anew."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    bench.run("print('here')\nwhile True: pass")
    expect(bench.part("output")).to_have_text("here\n", timeout=STARTED)
    expect(bench.button).to_have_text("Stop")
    bench.button.click()
    bench.ends("Stopped.")
    expect(bench.part("output")).to_have_text("here\n")
    bench.part("reset").click()
    bench.button.click()
    bench.ends("The output is the expected one.")


def test_time_limit(page: Page, site: str) -> None:
    """Three times the task's limit, counted from its start, ends a program; asyncio can wait."""
    bench = Bench(page, site, "wait-a-moment")
    bench.ends("The output is the expected one.")
    bench.run("while True: pass")
    bench.ends("Stopped after 6 seconds")


def test_without_waiting(page: Page, site: str) -> None:
    """A browser without JSPI runs all but what waits, and that is a failure like any other."""
    # What the site's own service worker has kept would come past the change below.
    page.add_init_script("delete Navigator.prototype.serviceWorker")

    def without(route: object) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body="delete WebAssembly.Suspending;\n" + answer.text())

    page.route("**/python-worker.js", without)
    Bench(page, site, "add-numbers").ends("The output is the expected one.")
    bench = Bench(page, site, "wait-a-moment")
    bench.ends("status 1, and 0 was expected")
    expect(bench.part("errors")).to_contain_text("stack switching")


def test_hostile_output(page: Page, site: str) -> None:
    """Markup, control characters and megabytes stay text, and bounded."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    bench.run(
        r"print('<script>document.title = 1</script><img src=x onerror=alert(1)>\x1b[2J\u202e')"
    )
    bench.ends("first in line 1")
    expect(bench.part("output")).to_have_text(
        "<script>document.title = 1</script><img src=x onerror=alert(1)>\u241b[2J\ufffd\n"
    )
    expect(bench.part("output").locator("*")).to_have_count(0)
    bench.run("import sys\nwhile True: sys.stdout.write('x' * 5000)")
    bench.ends("it wrote more than 1024 KiB")
    assert len(bench.part("output").text_content() or "") < 101_000
    bench.run("print('y' * 900_000)")
    bench.ends("first in line 1")
    expect(bench.part("output")).to_contain_text("and 800001 more characters")


def test_program_that_speaks_for_the_worker(page: Page, site: str) -> None:
    """What it posts in the worker's name is held to the same bounds, and is never markup."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    forged = """
import js
from pyodide.ffi import to_js
def post(**more):
    js.self.postMessage(to_js(more, dict_converter=js.Object.fromEntries))
post(kind="constructor")
post(kind="output", stream="stdout", bytes="<b>no bytes</b>")
post(kind="output", stream="__proto__", bytes=js.Uint8Array.new(10))
post(kind="picture", name="<b>.png", bytes=js.Uint8Array.new(10))
post(kind="fault", text="<b>forged</b>")
"""
    bench.run(forged)
    bench.ends("It could not be run here: <b>forged</b>")
    expect(bench.root.locator("b, img")).to_have_count(0)


def test_picture(page: Page, site: str) -> None:
    """A picture that the program leaves is shown, and missed where it is not left."""
    bench = Bench(page, site, "draw-a-dot")
    bench.ends("The output is the expected one.")
    image = bench.part("pictures").locator("img")
    expect(image).to_have_attribute("alt", "Picture made by this program: dot.png")
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") == 1
    bench.run("import zlib\nprint('a red dot')")
    bench.ends("should have left a picture, and did not: dot.png")
    expect(image).to_have_count(0)


def test_judged_by_the_same_judge(page: Page, site: str) -> None:
    """Where a task allows a difference, toolcrib's own judge compares, in the browser."""
    bench = Bench(page, site, "take-a-root")
    bench.ends("The output is the expected one.")
    bench.run("print('root 1.4143')")
    bench.ends("first in line 1")


def test_wheel(page: Page, site: str) -> None:
    """A solution finds the wheels of its lock."""
    Bench(page, site, "use-a-wheel").ends("The output is the expected one.")


def test_french(page: Page, site: str) -> None:
    """The bench speaks the language of its page."""
    bench = Bench(page, site, "add-numbers", "fr/")
    expect(bench.status).to_have_text("La sortie est celle qui est attendue.", timeout=STARTED)
    expect(bench.button).to_have_text("Exécuter")


def test_keyboard(page: Page, site: str) -> None:
    """Tab indents, and Escape, then Tab, leaves the editor in both directions."""
    bench = Bench(page, site, "add-numbers")
    bench.ends("expected one")
    code = bench.part("code")
    code.fill("if 1:\npass")
    code.press("Control+End")
    code.press("Home")
    code.press("Tab")
    expect(code).to_have_value("if 1:\n    pass")
    code.press("Shift+Tab")
    expect(code).to_have_value("if 1:\npass")
    code.press("Escape")
    code.press("Tab")
    expect(code).not_to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(code).to_be_focused()
    code.press("Escape")
    code.press("Shift+Tab")
    expect(code).not_to_be_focused()


def test_without_script(chromium: Browser, site: str) -> None:
    """Without JavaScript there is the program, and no button that does nothing."""
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site}task/add-numbers/")
        expect(page.locator("pre.code").first).to_contain_text("json.load")
        expect(page.locator(".run button")).to_be_hidden()


def checked(page: Page, site: str, text: str) -> Locator:
    """Paste a list on the page that checks lists; return what was found."""
    page.goto(f"{site}check/")
    page.get_by_label("Your list").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.get_by_role("status").last).to_contain_text("Names read:", timeout=STARTED)
    return page.locator("#check-result")


def test_check_of_a_pasted_list(page: Page, site: str) -> None:
    """Findings stand with their lines, and what only the index knows is named; all as text."""
    found = checked(page, site, LISTED)
    finding = found.locator(".finding").first
    expect(finding).to_contain_text("Line 3 error TC201")
    expect(finding.locator("pre")).to_have_text("- asyncore: <b>sockets</b>")
    expect(finding.locator("mark")).to_have_text("asyncore")
    assert finding.get_by_role("link").get_attribute("href") == "../rules/tc201/"
    expect(found).to_contain_text("reqests: only the package index can tell")
    expect(found).to_contain_text("requests is nearly the same")
    expect(found).to_contain_text("the index was not asked")


def test_repairs(page: Page, site: str) -> None:
    """What `--fix` would write is shown as a difference, and taken over by a button."""
    found = checked(page, site, "# Tools\n\n- json: data\n- zlib: packing\n")
    expect(found.locator("[data-part=repair]")).to_be_hidden()
    page.get_by_label("Your list").fill("# Tools\n\n- ConfigParser: settings\n")
    page.get_by_role("button", name="Check", exact=True).click()
    expect(found.locator("ins")).to_have_text(re.compile(r"\+- configparser"))
    found.get_by_role("button").click()
    expect(page.get_by_label("Your list")).to_have_value(re.compile("- configparser: settings"))
    expect(page.get_by_role("status").last).to_contain_text("Nothing wrong was found.")


def test_dropped_file(page: Page, site: str, tmp_path: Path) -> None:
    """A file is read as its name says, and target and kind are heeded."""
    path = tmp_path / "requirements-dev.txt"
    path.write_text("asyncore\n")
    page.goto(f"{site}check/")
    page.get_by_label("File", exact=True).set_input_files(path)
    expect(page.locator(".finding")).to_contain_text("asyncore", timeout=STARTED)
    expect(page.get_by_label("It is")).to_have_value("requirements.txt")


def test_offline(page: Page, site: str) -> None:
    """Once Python is there, a check needs no network at all."""
    checked(page, site, "- json: data\n")
    page.context.set_offline(offline=True)
    page.get_by_label("Your list").fill(LISTED)
    page.get_by_role("button", name="Check", exact=True).click()
    expect(page.locator(".finding").first).to_contain_text("asyncore")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessible(page: Page, site: str, axe: str, scheme: str) -> None:
    """Nothing that WCAG 2.2 AA forbids is on a bench that has run, nor beside findings."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": 390, "height": 900})
    bench = Bench(page, site, "draw-a-dot")
    bench.ends("expected one")
    bench.run("print('no dot')\n1/0")
    bench.ends("status 1")
    bench.part("input").locator("summary").click()
    assert forbidden(page, axe) == []
    checked(page, site, LISTED)
    assert forbidden(page, axe) == []


def forbidden(page: Page, axe: str) -> list[tuple[str, str]]:
    """Return what axe-core finds, and whether something sticks out of the page."""
    page.evaluate(axe)
    levels = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate("levels => axe.run({runOnly: levels})", levels)
    violations = [(each["id"], each["nodes"][0]["html"]) for each in found["violations"]]
    width = page.evaluate("document.documentElement.scrollWidth")
    return violations + ([("too wide", str(width))] if width > 390 else [])
