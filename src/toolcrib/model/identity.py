"""What a name turned out to be."""

from enum import StrEnum

from toolcrib.model.module import ModuleId
from toolcrib.model.published import Project, Selected
from toolcrib.model.value import Value


class State(StrEnum):
    """What a name is in the world of Python modules; the strings are the `state` of the JSON."""

    STDLIB = "stdlib"
    STDLIB_REMOVED = "stdlib-removed"
    PYTHON2 = "python2"
    STDLIB_ATTRIBUTE = "stdlib-attribute"
    ATTRIBUTE = "attribute"
    BUILTIN = "builtin"
    DISTRIBUTION = "distribution"
    IMPORT_NAME = "import-name"
    BRAND = "brand"
    RENAMED = "renamed"
    UMBRELLA = "umbrella"
    PLACEHOLDER = "placeholder"
    OTHER_PROJECT = "other-project"
    NO_FILES = "no-files"
    ARCHIVED = "archived"
    QUARANTINED = "quarantined"
    PROGRAM = "program"
    LOCAL = "local"
    UNKNOWN = "unknown"
    NOT_LOOKED_UP = "not-looked-up"


class Trap(Value, frozen=True, kw_only=True):
    """A name that people confuse: what it is, what is meant, why, and where that is known from.

    `as_of` is the day on which the names of its catalog were looked at last.
    """

    name: str
    state: State
    why: str
    source: str
    means: tuple[ModuleId, ...] = ()
    as_of: str = ""


class Installed(Value, frozen=True, kw_only=True):
    """A distribution in the environment at hand; `imports` are what one imports of it.

    `fits` says whether its version is one that the requirement allows, where that was asked for.
    """

    distribution: str
    version: str
    imports: tuple[str, ...] = ()
    fits: bool = True


class Identity(Value, frozen=True, kw_only=True):
    """The answer to "what is this name?"; `source` is who knows it, `as_of` since when.

    `name` is as it was asked for; `spelling` is how the module is written where that is in the
    wrong case. `candidates` are what is meant, or took its place, or has nearly this name. `since`,
    `until` and `deprecated` are Pythons, `until` the last one that has the standard-library module;
    `namesake` is a distribution of this very name that is another project; `newest` is the newest
    version of a distribution, `released` its date. `evidence` says for each of `distributions` how
    it is known that the name stands for it; `project` is what the index says of the first.
    `selected` is which of its versions a requirement gets, where one was asked for; `installed` is
    what of all this the environment at hand has, None where none was looked at.
    """

    name: str
    state: State
    id: ModuleId | None = None
    imports: tuple[str, ...] = ()
    distributions: tuple[str, ...] = ()
    source: str = ""
    as_of: str = ""
    note: str = ""
    candidates: tuple[ModuleId, ...] = ()
    since: str = ""
    until: str = ""
    deprecated: str = ""
    platforms: tuple[str, ...] = ()
    namesake: str = ""
    spelling: str = ""
    newest: str = ""
    released: str = ""
    evidence: tuple[str, ...] = ()
    project: Project | None = None
    selected: Selected | None = None
    installed: tuple[Installed, ...] | None = None
