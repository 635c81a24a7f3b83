"""What was taken from a slot as an entry."""

from toolcrib.model.value import Value
from toolcrib.read.entries.names import Candidate
from toolcrib.read.entries.slot import Slot

PROSE = "prose"
"""The way of what a paragraph speaks of."""

COMMAND = "command"
"""The way of what an item says to install."""


class Taken(Value, frozen=True, kw_only=True):
    """A slot that is an entry, with its names; a row's `column` is that of its name."""

    slot: Slot
    names: tuple[Candidate, ...]
    way: str
    column: int = -1


def siblings(slot: Slot) -> tuple[object, ...]:
    """Return what a slot is judged with: lines are taken together, all others by their run."""
    return slot.pool if slot.run[0] == "line" else slot.run
