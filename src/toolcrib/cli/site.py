"""`crib site`: the catalog as a static site."""

import time
from pathlib import Path

import click

from toolcrib.cli.output import echo, echo_json, format_option


@click.command("site")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--url", default="", help="Where the site will be: for its site map and feed.")
@format_option
def command(folder: Path, url: str, form: str) -> None:
    """Write the catalog as a site for any static host.

    A second run writes only what has changed.

    \b
    Examples:
      crib site public
      crib site public --url https://example.org/crib/
    """
    from toolcrib.app.bundle import open_bundle
    from toolcrib.web.export import export
    from toolcrib.web.site import Site

    begun = time.monotonic()
    with open_bundle() as bundle:
        done = export(Site(bundle, root=_with_slash(url)), folder)
    if form == "json":
        echo_json(done)
        return
    took = time.monotonic() - begun
    changed = f"{done.written} written, {done.removed} removed"
    echo(f"{folder}: {done.files} files, {changed}, {took:.1f} s")


def _with_slash(url: str) -> str:
    return f"{url.rstrip('/')}/" if url else ""
