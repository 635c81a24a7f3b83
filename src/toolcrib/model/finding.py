"""One thing wrong in a text, and what all of a check comes to."""

from enum import StrEnum

from toolcrib.model.example import ExampleRun
from toolcrib.model.identity import Identity
from toolcrib.model.mention import Example, Heading, Mention, Stray, Unchecked
from toolcrib.model.module import ModuleId
from toolcrib.model.value import Value


class Level(StrEnum):
    """How bad it is, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(Value, frozen=True, kw_only=True):
    """One thing wrong; columns count from 1, `end` is the column after it on the same line.

    `fix` is what to write in its place; empty where that is for the reader to say.
    """

    code: str
    level: Level
    path: str
    line: int
    column: int
    end: int
    message: str
    fix: str = ""


class Release(Value, frozen=True, kw_only=True):
    """What the index says of the version that a requirement gets: the pinned one, else the newest.

    `unsupported` is what that version says it needs, where that is another Python than the one
    that is judged for. `vulnerabilities` are those that the index knows of a pinned version.
    """

    version: str
    is_pinned: bool = False
    exists: bool = True
    withdrawn: bool = False
    unsupported: str = ""
    vulnerabilities: tuple[str, ...] = ()
    as_of: str = ""


class Standing(Value, frozen=True, kw_only=True):
    """How alive a distribution is: `released` is the date of its newest file, as of a day.

    `proven_on`, `ran_on` and `fails_on` are the Pythons of which verification says so; where
    nothing of it was verified, all are empty.
    """

    released: str
    as_of: str
    proven_on: tuple[str, ...] = ()
    ran_on: tuple[str, ...] = ()
    fails_on: tuple[str, ...] = ()


class Judged(Value, frozen=True, kw_only=True):
    """A mention with its identity.

    `name` is the one that all mentions of a module share, empty where it is none; `first` is where
    the same module stands before in the same form. `release` is known of requirements that the
    index was asked for, `standing` of all distributions that it was. `leads_to` is the project that
    the link of the name leads to, where that is another one.
    """

    mention: Mention
    identity: Identity
    name: str = ""
    first: Mention | None = None
    release: Release | None = None
    standing: Standing | None = None
    leads_to: str = ""


class Ignore(Value, frozen=True, kw_only=True):
    """A comment that keeps rules from speaking of a line; `column` and `end` are the comment's."""

    line: int
    column: int
    end: int
    of_line: int
    codes: tuple[str, ...]
    reason: str = ""


class Sheet(Value, frozen=True, kw_only=True):
    """A text with all that was made of it: what rules judge; `runs` are those of its examples.

    `unused` are the ignore comments, or what is left of them, that matched nothing.
    """

    path: str
    lines: tuple[str, ...]
    target: str
    today: str
    judged: tuple[Judged, ...] = ()
    strays: tuple[Stray, ...] = ()
    headings: tuple[Heading, ...] = ()
    runs: tuple[ExampleRun, ...] = ()
    unused: tuple[Ignore, ...] = ()


class MentionRecord(Value, frozen=True, kw_only=True):
    """A mention as the JSON shows it."""

    path: str
    line: int
    column: int
    text: str
    id: ModuleId | None
    kind: str
    state: str
    name: str
    category: str
    purpose: str
    use_cases: tuple[str, ...]
    language: str
    examples: tuple[Example, ...]


class RuleRecord(Value, frozen=True, kw_only=True):
    """A rule as a report names it; `page` is its documentation, in Markdown.

    `repairs` says that its fixes are the one right answer each, which may be written unasked.
    """

    code: str
    level: Level
    summary: str
    page: str
    repairs: bool = False


class Report(Value, frozen=True, kw_only=True):
    """What a check comes to; `rules` are those that the findings name."""

    mentions: tuple[MentionRecord, ...] = ()
    findings: tuple[Finding, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
    examples: tuple[ExampleRun, ...] = ()
    rules: tuple[RuleRecord, ...] = ()
