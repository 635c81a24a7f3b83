"""The module is there on some platforms only.

It is in the standard library, but not of every Python: `winreg` is of Windows, `fcntl` of Unix. A
program that is to run elsewhere needs another way.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet
from toolcrib.model.identity import State
from toolcrib.rules.rule import Rule, message, of_mentions


def judge(judged: Judged, _page: Sheet) -> Iterator[tuple[str, str]]:
    """Say where it is."""
    identity = judged.identity
    if identity.state is State.STDLIB and identity.platforms:
        where = " and ".join(identity.platforms)
        yield message(f"{judged.mention.written} is there on {where} only"), ""


RULE = Rule(
    code="TC206", level=Level.INFO, summary="of one platform only", check=of_mentions(judge)
)
