"""What all commands share when they print: streams, colour, escaping, JSON."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click
import msgspec

F = TypeVar("F", bound=Callable[..., Any])

_JOINERS = "\u200c\u200d"
"""They shape letters of many scripts and families of emoji; between such they are in place."""


def plain(text: str) -> str:
    """Return text that cannot control a terminal nor hide anything.

    Controls, bidi marks (UAX #9) and characters without a shape become visible.
    """
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    return _shown(text, lambda c: c.encode("unicode_escape", "surrogatepass").decode("ascii"))


def plain_json(text: str) -> str:
    """Return JSON that cannot control a terminal: the same characters as escapes of JSON."""
    if text.replace("\n", "").isprintable():
        return text
    return _shown(text, _json_escape)


def _shown(text: str, escape: Callable[[str], str]) -> str:
    import unicodedata

    shown = []
    for place, character in enumerate(text):
        hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp")
        if character in _JOINERS:
            around = text[max(0, place - 1) : place] + text[place + 1 : place + 2]
            hidden = len(around) < len("ab") or any(map(str.isascii, around))
        shown.append(escape(character) if hidden and character not in "\n\t" else character)
    return "".join(shown)


def _json_escape(character: str) -> str:
    units = character.encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))


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
    sys.stdout.write(plain_json(msgspec.json.encode(data).decode()) + "\n")


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
        type=click.Choice(["en", "fr"]),
        default=None,
        help="Language of the texts; else from the locale.",
    )
    return option(function)
