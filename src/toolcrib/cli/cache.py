"""`crib cache`: what can be made again, how much of it there is, and less of it."""

import re
from decimal import Decimal

import click

from toolcrib.app import quantities
from toolcrib.cli import page
from toolcrib.cli.output import echo, echo_json, format_option
from toolcrib.errors import ExitCode

_POWERS = ("", "K", "M", "G", "T")


class Size(click.ParamType[int]):
    """A number of bytes as people write it: `500M`, `2GB`, `1.5 G`, `2 GiB`."""

    name = "size"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the bytes."""
        if isinstance(value, int):
            return value
        match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([KMGT]?)(i?)B?", value.strip(), re.IGNORECASE)
        if not match:
            self.fail(f"{value!r} is no size: write 500M or 2G", param, ctx)
        # KiB and so on are of 1024 (IEC 80000-13), as `crib cache` shows them.
        unit = (1024 if match[3] else 1000) ** _POWERS.index(match[2].upper())
        return int(Decimal(match[1]) * unit)


@click.group(name="cache", invoke_without_command=True)
@click.pass_context
@format_option
def command(ctx: click.Context, form: str) -> int:
    """Say what is kept because it can be made again; `prune` makes it less.

    \b
    Examples:
      crib cache
      crib cache prune              what was not used for thirty days
      crib cache prune --to 2G      the least recently used, until the rest takes 2 GB
    """
    from toolcrib.app.cache import free_bytes, kept

    if ctx.invoked_subcommand:
        return ExitCode.OK
    found = kept()
    if form == "json":
        entries = [
            {"kind": k.kind, "path": str(k.path), "size": k.size, "used": k.used} for k in found
        ]
        echo_json({"kept": entries, "free": free_bytes()})
        return ExitCode.OK
    rows = []
    for kind in dict.fromkeys(thing.kind for thing in found):
        things = [thing for thing in found if thing.kind == kind]
        rows.append(
            (kind, [str(len(things)), quantities.size(sum(thing.size for thing in things))])
        )
    rows.append(("in all", ["", quantities.size(sum(thing.size for thing in found))]))
    page.columns(rows)
    echo(f"{quantities.size(free_bytes())} are free on that disk")
    return ExitCode.OK


@command.command(name="prune")
@click.option("--to", "limit", type=Size(), default=None, help="How much may stay, such as 2G.")
def prune(limit: int | None) -> int:
    """Remove what was not used for thirty days, or the least recently used."""
    from toolcrib.app.cache import prune as remove_superfluous

    gone = remove_superfluous(limit)
    for thing in gone:
        echo(f"removed {thing.kind}: {thing.path.name}, {quantities.size(thing.size)}")
    echo(f"{quantities.size(sum(thing.size for thing in gone))} were made free")
    return ExitCode.OK
