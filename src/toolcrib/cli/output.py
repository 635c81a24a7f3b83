"""What all commands share when they print: streams, colour, escaping, JSON."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

F = TypeVar("F", bound=Callable[..., Any])

# Characters that reorder what a reader sees (UAX #9) and may thus make text lie.
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def plain(text: str) -> str:
    """Return text that cannot control a terminal: controls and bidi marks become visible."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    import unicodedata

    return "".join(
        c
        if c in "\n\t" or not (c in _BIDI or unicodedata.category(c) in ("Cc", "Cs"))
        else _seen(c)
        for c in text
    )


def _seen(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def echo(text: str = "", **style: Any) -> None:  # noqa: ANN401 -- click's own styles
    """Print a line of the result on stdout; colour goes away where nobody looks."""
    click.echo(click.style(plain(text), **style) if style else plain(text))


def talk(text: str) -> None:
    """Print a line beside the result, on stderr."""
    click.echo(plain(text), err=True)


def echo_json(value: object) -> None:
    """Print a value as one line of JSON with its schema number."""
    data = msgspec.to_builtins(value)
    if isinstance(data, dict):
        data = {"schema": 1, **data}
    sys.stdout.write(msgspec.json.encode(data).decode() + "\n")


def format_option(function: F) -> F:
    """Give a command `--format text|json`."""
    option = click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        help="How to print the result.",
    )
    return option(function)


def lang_option(function: F) -> F:
    """Give a command `--lang`; without it the locale decides."""
    option = click.option(
        "--lang",
        metavar="CODE",
        default=None,
        help="Language of the texts: en or fr; else from the locale.",
    )
    return option(function)
