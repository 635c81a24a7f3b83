"""A place in a text where a module is named, and all that the entry around it says."""

from enum import StrEnum

from toolcrib.model.value import Value

_PYTHON = frozenset({"python", "python3", "py", "py3"})


class Renown(Value, frozen=True, kw_only=True):
    """How well a name is known, from 0 to 1, and as what; readers weigh their readings by it.

    `imports` is what one imports to use it. `popular` says of a name that is otherwise unknown that
    it is that of a distribution which many install, which proves little of a plain word.
    """

    weight: float
    id: str = ""
    imports: tuple[str, ...] = ()
    popular: bool = False


class Example(Value, frozen=True, kw_only=True):
    """Code that stands under an entry."""

    line: int
    language: str
    code: str

    @property
    def is_python(self) -> bool:
        """Whether it is said to be Python."""
        return self.language.lower() in _PYTHON


class Sense(StrEnum):
    """In which sense a text names things.

    TYPED: as one types them. PRODUCT: beside programs, or the language itself, so a program is
    meant as one. BRAND: in the letters of the project rather than those that one types.
    """

    TYPED = "typed"
    PRODUCT = "product"
    BRAND = "brand"


class Mention(Value, frozen=True, kw_only=True):
    """A name where it is written; `line` and `column` count from 1, `text` is the very source.

    `written` is the name that is meant by the text: without escapes, of one line. `hint` is what
    the entry itself says to install (`(via PyYAML)`, `pip install PyYAML`), `link` where it leads.
    `install` is the hint that can be followed as it stands: a command, or a page of the index.
    `language` is that of the prose, `form` what the name stands in: a list item, a row, a line, a
    heading, a requirement, a command that installs it. `pinned` is the one version that a
    requirement allows. `sense` is how the names around it are meant.
    """

    path: str
    line: int
    column: int
    text: str
    written: str
    category: str = ""
    purpose: str = ""
    use_cases: tuple[str, ...] = ()
    language: str = ""
    link: str = ""
    hint: str = ""
    install: str = ""
    form: str = ""
    examples: tuple[Example, ...] = ()
    pinned: str = ""
    sense: Sense = Sense.TYPED

    @property
    def end(self) -> int:
        """The column after its last character."""
        return self.column + len(self.text)


class Stray(Value, frozen=True, kw_only=True):
    """A line inside a list that is no entry of it."""

    path: str
    line: int
    column: int
    text: str


class Heading(Value, frozen=True, kw_only=True):
    """A heading of a document; level 1 is the highest.

    `column` is where its text begins, `filled` says whether anything stands below it before the
    next heading that is not one of its own.
    """

    line: int
    column: int
    level: int
    text: str
    filled: bool


class Account(Value, frozen=True, kw_only=True):
    """What a reader made of some lines, and why: a sentence each, the first one the shortest."""

    line: int
    last: int
    made: str
    why: tuple[str, ...] = ()


class Unchecked(Value, frozen=True, kw_only=True):
    """What could not be looked at, and why; without a line it is the whole file."""

    path: str
    reason: str
    line: int = 0
    name: str = ""

    @property
    def said(self) -> str:
        """The reason, behind the name that it is about, if there is one."""
        return f"{self.name}: {self.reason}" if self.name else self.reason


class Reading(Value, frozen=True, kw_only=True):
    """What a reader made of one file."""

    mentions: tuple[Mention, ...] = ()
    strays: tuple[Stray, ...] = ()
    headings: tuple[Heading, ...] = ()
    accounts: tuple[Account, ...] = ()
    unchecked: tuple[Unchecked, ...] = ()
