"""What all commands share when they print: streams, colour, escaping, JSON."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import click
import msgspec

F = TypeVar("F", bound=Callable[..., Any])

_held: list[str] | None = None
"""The lines of a page that is not shown yet, while there is one."""

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
    _show(click.style(plain(text), **style) if style else plain(text))


def echo_code(text: str, indent: str = "") -> None:
    """Print a program in Python; on a terminal in colour, where Pygments is installed."""
    shown = plain(text)
    if sys.stdout.isatty():
        shown = _highlighted(shown)
    _show("\n".join(f"{indent}{line}".rstrip() for line in shown.split("\n")))


def echo_file(text: str) -> None:
    """Print text that is to be a file: to the letter, as UTF-8; on a terminal as a program."""
    if sys.stdout.isatty():
        echo_code(text.removesuffix("\n"))
        return
    click.echo(text.encode(), nl=False)


def _show(line: str) -> None:
    if _held is None:
        click.echo(line)
    else:
        _held.append(line)


def _highlighted(code: str) -> str:
    try:
        from pygments import highlight
        from pygments.formatters.terminal import TerminalFormatter
        from pygments.lexers.python import PythonLexer
    except ImportError:
        return code
    coloured: str = highlight(code, PythonLexer(stripnl=False), TerminalFormatter())
    return coloured.removesuffix("\n")


@contextlib.contextmanager
def paged(*, wanted: bool = True) -> Iterator[None]:
    """Show what is printed within as a page: by the pager where it is longer than the terminal.

    Only a terminal at both ends has a pager; which one, says PAGER.
    """
    global _held  # noqa: PLW0603 -- what is printed goes to one place, whoever prints
    if not (wanted and sys.stdout.isatty() and sys.stdin.isatty()):
        yield
        return
    held: list[str] = []
    _held = held
    try:
        yield
    finally:
        _held = None
    text = "".join(f"{line}\n" for line in held)
    if _is_longer_than_terminal(text):
        click.echo_via_pager(text)
    else:
        click.echo(text, nl=False)


def _is_longer_than_terminal(text: str) -> bool:
    import os

    columns, lines = os.get_terminal_size(sys.stdout.fileno())
    rows = (len(click.unstyle(line)) // max(columns, 1) + 1 for line in text.splitlines())
    # One is left for the prompt that comes after it.
    return sum(rows) > lines - 1


def talk(text: str) -> None:
    """Print a line beside the result, on stderr."""
    click.echo(plain(text), err=True)


def echo_json(value: object) -> None:
    """Print a value as one line of JSON with its schema number."""
    data = msgspec.to_builtins(value)
    if isinstance(data, dict):
        data = {"schema": 1, **data}
    sys.stdout.write(plain_json(msgspec.json.encode(data).decode()) + "\n")


def pager_option(function: F) -> F:
    """Give a command `--no-pager`."""
    text = "Show a long page through $PAGER, on a terminal."
    return click.option("--pager/--no-pager", default=True, help=text)(function)


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
