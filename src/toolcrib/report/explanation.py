"""What was made of every line of a text, for people: `crib check --explain`."""

import textwrap
from collections.abc import Iterator, Sequence

from toolcrib.model.mention import Account

_NARROWEST, _MADE = 40, 7


def explanation(path: str, lines: Sequence[str], accounts: Sequence[Account], width: int) -> str:
    """Return the lines of a text with what was made of them; blank ones are left out.

    Each line is cut at the width, and below it stands why, wrapped. Code is told in one line.
    """
    room = max(width, _NARROWEST)
    digits = len(str(len(lines)))
    told = [path]
    for account in accounts:
        told += _told(account, lines, digits, room)
    return "".join(f"{line}\n" for line in [*told, ""])


def _told(account: Account, lines: Sequence[str], digits: int, room: int) -> Iterator[str]:
    number = f"{account.line:>{digits}}"
    start = f"{number}  {account.made:<{_MADE}}  "
    said = lines[account.line - 1] if account.line <= len(lines) else ""
    shown = " ".join(said.split())
    if account.last > account.line:
        shown = f"{shown} … line {account.last}"
    free = room - len(start)
    yield start + (shown if len(shown) <= free else shown[: free - 1] + "…")
    indent = " " * (len(start) + 2)
    for reason in account.why:
        yield from textwrap.wrap(
            " ".join(reason.split()), room, initial_indent=indent, subsequent_indent=indent
        )
