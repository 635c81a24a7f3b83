"""What `find` answers."""

from typing import Literal

from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value

Kind = Literal["stdlib", "dist"]


class Hit(Value, frozen=True, kw_only=True):
    """A module for what was asked, with the task it does and why it was found.

    `kind` is where the module comes from. `task` is the task whose program to read first; where
    the module itself was asked for, `title` is its purpose, else the task's title.
    """

    id: ModuleId
    name: str
    kind: Kind
    task: str | None
    title: str
    why: str
    proof: str


class Meant(Value, frozen=True, kw_only=True):
    """A module that a name means: what the name is of it, and why, where that is not plain."""

    module: ModuleId
    name: str
    why: str = ""


class Answer(Value, frozen=True, kw_only=True):
    """A query and its hits, the best first; none is an answer too."""

    query: str
    hits: tuple[Hit, ...]
