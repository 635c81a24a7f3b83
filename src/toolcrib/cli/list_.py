"""`crib list`: the shelves of the catalog."""

from pathlib import Path

import click

from toolcrib.app.browse import Kind, browse, with_presence
from toolcrib.app.bundle import open_bundle
from toolcrib.app.language import Texts
from toolcrib.catalog.bundle import Bundle
from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, lang_option
from toolcrib.model.page import Entry, Listing

_FORMATS = ("text", "json", "requirements")


@click.command("list")
@click.option("--collection", metavar="NAME", help="A collection, its headings in order.")
@click.option("--category", metavar="KEY", help="One category only.")
@click.option("--tasks", is_flag=True, help="All tasks.")
@click.option("--tools", is_flag=True, help="The tasks to run on one's own machine.")
@click.option(
    "--here",
    metavar="PYTHON",
    type=click.Path(exists=True, path_type=Path),
    help="Say what is installed for this interpreter or environment.",
)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", help="How to print.")
@lang_option
def command(  # noqa: PLR0913 -- one argument an option
    collection: str | None,
    category: str | None,
    here: Path | None,
    form: str,
    lang: str | None,
    *,
    tasks: bool,
    tools: bool,
) -> None:
    """Browse modules, tasks, tools and collections.

    Without options all modules are listed under their categories, and the collections are named.
    The environment of --here is read from its folders; its Python is not started.

    \b
    Examples:
      crib list
      crib list --tasks
      crib list --collection operations
      crib list --category data-formats --format requirements
      crib list --here .venv
    """
    with open_bundle() as bundle:
        texts = Texts(bundle, lang)
        kind: Kind = "tools" if tools else "tasks" if tasks else "modules"
        listing = browse(bundle, texts, collection=collection, category=category, kind=kind)
        if here:
            listing = with_presence(bundle, listing, here)
        if form == "json":
            echo_json(listing)
        elif form == "requirements":
            _print_requirements(listing)
        else:
            _print(listing, texts)
            if not (collection or category or tasks or tools):
                _print_collections(bundle, texts)


def _print(listing: Listing, texts: Texts) -> None:
    page.heading(listing.title)
    for shelf in listing.shelves:
        echo()
        page.heading(shelf.title)
        page.fields([(entry.task or entry.name, _line(entry, texts)) for entry in shelf.entries], 2)


def _line(entry: Entry, texts: Texts) -> str:
    if entry.presence is None:
        return entry.text or "-"
    state = texts(str(entry.presence))
    return f"{state} ({entry.found})" if entry.found else state


def _print_collections(bundle: Bundle, texts: Texts) -> None:
    if collections := bundle.collections():
        echo()
        page.heading(texts("Collections"))
        page.fields([(each.id, texts(each.title)) for each in collections], 2)


def _print_requirements(listing: Listing) -> None:
    """Print what is to be installed, each once, under the headings as comments."""
    seen: set[str] = set()
    for shelf in listing.shelves:
        needs = dict.fromkeys(need for entry in shelf.entries for need in entry.needs)
        new = [need for need in needs if need not in seen]
        if new:
            echo(f"# {shelf.title}")
        for need in new:
            echo(need)
        seen.update(new)
