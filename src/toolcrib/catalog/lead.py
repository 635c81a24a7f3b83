"""How far a candidate is ahead of others that answer a question as well.

Who fits better still comes first: these are some per cent of a score, no score of their own.
"""

PREFERRED = 110
"""Per cent of the module that a task takes first, and of a module by itself."""
STANDARD = 132
"""Per cent of a module of the standard library: nobody has to install it."""
PROVEN = 105
"""Per cent of what is proven beside what is not yet."""
WELL_KNOWN = ((500, 140), (2_000, 125), (6_000, 112))
"""Per cent of what is among so many most downloaded distributions."""


def lead(module: str, *, preferred: bool, proven: bool, rank: int | None) -> int:
    """Return the per cent that a candidate's score counts.

    Args:
        module: Its module's id.
        preferred: Whether it is what its task takes first.
        proven: Whether it is proven.
        rank: The place of its distribution among the most downloaded ones, where it is known.
    """
    shares = (
        PREFERRED if preferred else 100,
        STANDARD if module.startswith("std:") else _known(rank),
        PROVEN if proven else 100,
    )
    whole = 100
    for share in shares:
        whole = whole * share // 100
    return whole


def _known(rank: int | None) -> int:
    return next((share for most, share in WELL_KNOWN if rank is not None and rank <= most), 100)
