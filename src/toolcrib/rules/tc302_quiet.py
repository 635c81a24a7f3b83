"""The distribution is archived by its owners, or had no release for five years.

That may mean dead, and it may mean finished: what runs on the newest Python needs no release. So it
is said beside it whether verification has proven the distribution on the Python that is judged for.
The age is only known of names that the index was asked for, as of the day that is named.
"""

from collections.abc import Iterator

from toolcrib.model.finding import Judged, Level, Sheet, Standing
from toolcrib.model.identity import State
from toolcrib.model.proof import python_range
from toolcrib.rules.rule import Rule, message, of_mentions

_YEARS = 5
_JUDGED = frozenset(
    {
        State.DISTRIBUTION,
        State.IMPORT_NAME,
        State.BRAND,
        State.RENAMED,
        State.UMBRELLA,
        State.ARCHIVED,
    }
)


def judge(judged: Judged, page: Sheet) -> Iterator[tuple[str, str]]:
    """Say how long it has been quiet, and what it does on the Python of today."""
    identity, written, standing = judged.identity, judged.mention.written, judged.standing
    if identity.state not in _JUDGED:
        return
    proof = _proof(standing, page.target) if standing else ""
    if identity.state is State.ARCHIVED:
        dated = f" (as of {identity.as_of})" if identity.as_of else ""
        yield message(f"{written} is archived by its owners{dated}", proof, identity.note), ""
    elif standing and _is_old(standing.released, page.today):
        who = judged.name if identity.state is State.IMPORT_NAME else written
        fault = f"{who} has been quiet since {standing.released[:4]} (as of {standing.as_of})"
        yield message(fault, proof), ""


def _proof(standing: Standing, target: str) -> str:
    """Return what verification says; nothing where nothing was verified."""
    if target in standing.proven_on:
        return f"proven on {python_range(standing.proven_on)}: finished rather than dead"
    if target in standing.ran_on:
        return f"its examples ran on {python_range(standing.ran_on)}"
    if target in standing.fails_on:
        return f"it fails on {target}"
    if standing.proven_on:
        return f"proven on {python_range(standing.proven_on)}, not on {target}"
    return ""


def _is_old(released: str, today: str) -> bool:
    return bool(released) and f"{int(released[:4]) + _YEARS:04}{released[4:]}" < today


RULE = Rule(
    code="TC302",
    level=Level.INFO,
    summary="archived, or no release for five years",
    check=of_mentions(judge),
    asks_index=True,
)
