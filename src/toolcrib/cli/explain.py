"""`crib explain`: the page of a rule."""

import textwrap

import click

from toolcrib.app.explain import RulePage, pages
from toolcrib.cli import page
from toolcrib.cli.output import echo_json, format_option
from toolcrib.errors import UsageError


@click.command("explain")
@click.argument("codes", nargs=-1)
@format_option
def command(codes: tuple[str, ...], form: str) -> None:
    """Explain rules of `crib check` by their codes; without a code, list them.

    \b
    Examples:
      crib explain
      crib explain TC104
    """
    known = pages()
    wanted = [code.upper() for code in codes]
    if unknown := next((code for code in wanted if code not in known), ""):
        raise UsageError(f"there is no rule {unknown}", "crib explain lists the rules")
    shown = [known[code] for code in dict.fromkeys(wanted)] or list(known.values())
    if form == "json":
        echo_json({"rules": shown})
    elif codes:
        click.echo("\n\n".join(map(_whole, shown)))
    else:
        width = max(len(_level(rule)) for rule in shown)
        for rule in shown:
            click.echo(f"{rule.code}  {_level(rule):<{width}}  {rule.summary}")


def _whole(rule: RulePage) -> str:
    repairs = "; crib check --fix repairs it" if rule.repairs else ""
    head = f"{rule.code}  {_level(rule)}: {rule.summary}{repairs}"
    return "\n".join([head, "", *(_wrapped(part) for part in rule.page.split("\n\n"))])


def _level(rule: RulePage) -> str:
    return str(rule.level) if rule.is_on else "off"


def _wrapped(paragraph: str) -> str:
    """Return a paragraph at the reader's width; what is set off by spaces stays as it is."""
    if paragraph.startswith((" ", "-", "|")):
        return f"{paragraph}\n"
    return textwrap.fill(" ".join(paragraph.split()), page.width()) + "\n"
