"""`crib site`: the catalog as a static site."""

import time
from pathlib import Path

import click

from toolcrib.cli.output import echo, echo_json, format_option, talk


@click.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--url", default="", help="Where the site will be: for its site map and feed.")
@click.option(
    "--pyodide",
    metavar="WHERE",
    default="",
    help="Python for the browser: npm, none, a folder, or the URL of one.",
)
@format_option
def command(folder: Path, url: str, pyodide: str, form: str) -> None:
    """Write the catalog as a site for any static host.

    A second run writes only what has changed.

    Programs that passed in a browser can be run in the reader's, and lists be checked there. For
    that the site has Pyodide, which npm gets, and wheels of the package index. With a folder that
    holds a release of Pyodide, its own packages serve, too; with the URL of one the site has none
    of its files. --pyodide none leaves all of it out.

    \b
    Examples:
      crib site public
      crib site public --url https://example.org/crib/
      crib site public --pyodide none
    """
    from toolcrib.web import require_web

    require_web()
    from toolcrib.app.bundle import open_bundle
    from toolcrib.app.quantities import size
    from toolcrib.web.browser import browser_part
    from toolcrib.web.build import Build
    from toolcrib.web.export import export
    from toolcrib.web.memory import memory_of

    begun = time.monotonic()
    with open_bundle() as bundle:
        browser = browser_part(bundle, pyodide, lambda line: talk(f"crib: {line}"))
        build = Build(bundle, _with_slash(url), browser, memory_of(folder))
        done = export(build.files(), folder)
    for left in browser.left:
        talk(f"crib: not for the browser: {left}")
    if form == "json":
        echo_json(done)
        return
    took = time.monotonic() - begun
    changed = f"{done.written} written, {done.removed} removed"
    echo(f"{folder}: {done.files} files, {changed}, {took:.1f} s")
    if browser.python:
        programs = sum(map(len, browser.programs.values()))
        much = f"{size(browser.size)} in {len(browser.files)} files"
        echo(f"for the browser: {programs} programs, {much}")


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""
