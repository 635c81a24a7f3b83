"""What a reader is."""

from collections.abc import Callable

from toolcrib.model.mention import Reading, Renown
from toolcrib.model.value import Value

Known = Callable[[str], Renown]
"""Says how well a name is known, without a network."""

Read = Callable[[str, str, Known], Reading]
"""From a file's path and text to its mentions."""


class Reader(Value, frozen=True, kw_only=True):
    """A format that lists of modules are written in.

    `suffixes` are those of its files; `names` are starts of their names, or their folders' names,
    which decide before the suffixes of others.
    """

    name: str
    read: Read
    suffixes: tuple[str, ...]
    names: tuple[str, ...] = ()
