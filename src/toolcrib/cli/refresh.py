"""`crib refresh`: fetch what is asked off-line from then on."""

import click

from toolcrib.app import quantities
from toolcrib.cli.output import echo, echo_json, format_option, talk
from toolcrib.errors import ExitCode


@click.group(name="refresh")
def command() -> None:
    """Fetch what is asked off-line from then on.

    \b
    Examples:
      crib refresh names       the names of all projects of your package index
      crib refresh facts       releases and licences of the distributions in your catalog
      crib refresh exported    the public names of the catalog's modules, read in the pod
    """


@command.command(name="names")
@format_option
def names(form: str) -> int:
    """Fetch the list of all names of your package indexes, once.

    From then on `crib what` tells off-line whether a name exists, as of that day, and offers near
    names among all that there are. The list is some ten megabytes, and asked for by this alone.
    """
    from toolcrib.app.known_names import refresh_names

    done = refresh_names()
    if form == "json":
        echo_json(done)
        return ExitCode.OK
    places = "1 index" if done.indexes == 1 else f"{done.indexes} indexes"
    echo(f"{done.names:,} names of {places}, {quantities.size(done.size)}, as of {done.as_of}")
    return ExitCode.OK


@command.command(name="facts")
@format_option
def facts(form: str) -> int:
    """Ask your package index for the distributions of your catalog, and for no others.

    Last release, licence, the Pythons that it asks for, known vulnerabilities and what a
    distribution says of its own end are written to facts/index.jsonl beside the catalog, with the
    day. Of what cannot be had now the old fact stays, and the exit status is 3.
    """
    from toolcrib.app.catalogs import editable_catalog
    from toolcrib.app.index_facts import refresh_facts

    done = refresh_facts(editable_catalog())
    for module in done.absent:
        talk(f"{module}: not on the index")
    for module, reason in done.failed.items():
        talk(f"{module}: {reason}")
    if form == "json":
        echo_json(done)
    else:
        count = "1 fact" if done.facts == 1 else f"{done.facts:,} facts"
        echo(f"{count} in {done.path}")
    return ExitCode.UNFINISHED if done.failed else ExitCode.OK


@command.command(name="exported")
@click.argument("modules", nargs=-1)
@click.option("--catalog", metavar="DIR", help="The catalog; else the last active one.")
@click.option("--python", default="3.13", metavar="X.Y", help="On which Python (3.13).")
@click.option("--again", is_flag=True, help="Also of modules that have been looked at before.")
@click.option("--keep", is_flag=True, help="Keep the environments that are made for it.")
@click.option("-j", "--workers", default=1, help="How many modules at a time.")
def exported(  # noqa: PLR0913 -- one for each option
    *,
    modules: tuple[str, ...],
    catalog: str | None,
    python: str,
    again: bool,
    keep: bool,
    workers: int,
) -> int:
    """Read what the catalog's modules export, each installed and imported in a closed room.

    Names of classes, functions, exceptions and methods are written to `facts/` beside the catalog;
    whoever asks for OneHotEncoder then finds scikit-learn. Heavy distributions are left out.
    """
    from toolcrib.app.catalogs import editable_catalog
    from toolcrib.app.exported import ExportedWish, refresh_exported

    wish = ExportedWish(
        catalog=editable_catalog(catalog),
        names=modules,
        python=python,
        again=again,
        keep=keep,
        workers=max(1, workers),
    )
    for read in refresh_exported(wish):
        echo(f"{read.module}  {read.reason or f'{read.names} names'}")
    return ExitCode.OK
