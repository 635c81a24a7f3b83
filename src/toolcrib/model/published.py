"""What the package index says of a distribution."""

from toolcrib.model.value import Value


class File(Value, frozen=True, kw_only=True):
    """A file of a project; `sha256` and `requires_python` are empty where the index has none."""

    name: str
    url: str = ""
    sha256: str = ""
    requires_python: str = ""
    yanked: bool = False
    uploaded: str = ""


class Published(Value, frozen=True, kw_only=True):
    """An index's answer on one project.

    `status` is the marker of PEP 792 (active, archived, quarantined, deprecated), `reason` its
    text; `as_of` is the date of the answer, `released` that of the newest file. Without a project,
    only `name` and `as_of` count.
    """

    name: str
    exists: bool
    as_of: str
    files: int = 0
    yanked: int = 0
    newest: str = ""
    released: str = ""
    status: str = "active"
    reason: str = ""

    @property
    def installable(self) -> bool:
        """Whether there is a file that an installer would take by itself."""
        return self.exists and self.files > self.yanked
