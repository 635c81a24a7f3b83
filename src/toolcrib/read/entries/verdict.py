"""How well a run fits the way in which it was read, to be told and to be judged by."""

from collections.abc import Sequence

from toolcrib.model.value import Value
from toolcrib.read.entries.names import KNOWN, LIKELY
from toolcrib.read.entries.readings import CODE, TAIL, Fit

# A share of known names that leaves no doubt.
STRONG = 0.6

# Fewer than this may look like a list by chance.
BY_CHANCE = 3


class Verdict(Value, frozen=True, kw_only=True):
    """How a run was read: the way that won, its score, that of the next best, and what it takes."""

    way: str
    score: float
    needed: float
    listed: bool
    size: int
    column: int = -1
    floor: float = 0.0
    other: str = ""
    other_score: float = 0.0


Verdicts = dict[tuple[object, ...], Verdict]


def verdict_on(chosen: Fit, fits: Sequence[Fit], *, listed: bool, floor: float) -> Verdict:
    """Return the verdict on a run; `listed` says whether it is one of entries."""
    others = [one for one in fits if one.way is not chosen.way and one.score]
    other = max(others, key=rank, default=None)
    return Verdict(
        way=chosen.way.name,
        score=chosen.score,
        needed=chosen.way.needed,
        listed=listed,
        size=len(chosen.found),
        column=chosen.way.column,
        floor=floor,
        other=other.way.name if other else "",
        other_score=other.score if other else 0.0,
    )


def rank(one: Fit) -> float:
    """Return by what ways are compared: the score, and a little more for the better marked."""
    return one.score + one.way.bonus


def is_list(chosen: Fit) -> bool:
    """Whether a run is one of entries: its names weigh enough, and some are known or marked."""
    if chosen.score < chosen.way.needed:
        return False
    if chosen.way is TAIL:
        return sure_share(chosen) >= STRONG
    enough = len(chosen.found) >= BY_CHANCE or _all_likely(chosen)
    return sure_share(chosen) > 0 or enough or chosen.way is CODE


def _all_likely(one: Fit) -> bool:
    """Whether two slots or more hold nothing but known names, be they plain words: `click`."""
    likely = (bool(names) and all(c.weight >= LIKELY for c in names) for names in one.found)
    return len(one.found) > 1 and all(likely)


def sure_share(one: Fit) -> float:
    """Return the share of the slots in which a name is known."""
    sure = sum(any(c.weight >= KNOWN for c in names) for names in one.found)
    return sure / max(len(one.found), 1)
