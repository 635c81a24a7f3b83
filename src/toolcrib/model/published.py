"""What the package index says of a distribution."""

from enum import StrEnum

from toolcrib.model.value import Value


class File(Value, frozen=True, kw_only=True):
    """A file of a project; `sha256` and `requires_python` are empty where the index has none.

    `metadata` says that its METADATA lies beside it (PEP 658), `size` are its bytes, 0 if unsaid;
    `reason` is why it is yanked, as far as that is told (PEP 592).
    """

    name: str
    url: str = ""
    sha256: str = ""
    requires_python: str = ""
    yanked: bool = False
    reason: str = ""
    uploaded: str = ""
    metadata: bool = False
    size: int = 0


class Published(Value, frozen=True, kw_only=True):
    """An index's answer on one project.

    `status` is the marker of PEP 792 (active, archived, quarantined, deprecated), `reason` its
    text; `as_of` is the date of the answer, `released` that of the newest file. Without a project,
    only `name` and `as_of` count. `versions` are all that have a file which is not yanked, newest
    first, `withdrawn` those that have yanked ones only. `requires_python` and `wheels` (the tags of
    PEP 425) are those of the newest version; `file` is the one of its files that tells most cheaply
    what it holds. `index` is the host that answered, empty for the default one.
    `listed` says that only the list of all names was asked, which tells nothing but existence.
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
    versions: tuple[str, ...] = ()
    withdrawn: tuple[str, ...] = ()
    requires_python: str = ""
    wheels: tuple[str, ...] = ()
    source: bool = False
    file: File | None = None
    index: str = ""
    listed: bool = False

    @property
    def installable(self) -> bool:
        """Whether there is a file that an installer would take by itself."""
        return self.exists and (self.listed or self.files > self.yanked)


class PublishedVersion(Value, frozen=True, kw_only=True):
    """A version of a project: the day of its first file, its Pythons and platforms.

    `withdrawn` says that all its files are yanked, `reason` why. `wheels` are the tags of PEP 425,
    `source` says whether there is an sdist.
    """

    version: str
    released: str = ""
    withdrawn: bool = False
    reason: str = ""
    requires_python: str = ""
    wheels: tuple[str, ...] = ()
    source: bool = False


class Versions(Value, frozen=True, kw_only=True):
    """All versions of a project, the newest first, as of a day."""

    name: str
    as_of: str
    versions: tuple[PublishedVersion, ...] = ()


class Selected(Value, frozen=True, kw_only=True):
    """What a requirement gets: the newest version that it allows, or the very one that it pins.

    `chosen` is None where there is none. `unsupported` is what that version says it needs, where
    that is another Python than the one that is judged for; `instead` is then the newest allowed one
    that supports that. `matching` counts the versions that are allowed and not withdrawn; `target`
    is the Python that is judged for, and `built` says that no wheel of `chosen` is for that.
    `vulnerabilities` are those of `chosen` that the index knows, None where it does not tell.
    """

    specifier: str
    target: str = ""
    as_of: str = ""
    chosen: PublishedVersion | None = None
    matching: int = 0
    unsupported: str = ""
    instead: str = ""
    built: bool = False
    vulnerabilities: tuple[str, ...] | None = None


class Listing(Value, frozen=True, kw_only=True):
    """Paths with their sizes, and the texts among them that say what is imported.

    `complete` unless only the beginning of the archive was seen. Without paths, the metadata says
    all that was asked.
    """

    sizes: dict[str, int]
    texts: dict[str, str]
    metadata: str = ""
    complete: bool = True


class Kind(StrEnum):
    """What a distribution is by the files in its wheel."""

    MODULES = "modules"
    STUBS = "stubs"
    PATHS = "paths"
    SCRIPTS = "scripts"
    METADATA = "metadata"


class Told(StrEnum):
    """How the import names of a distribution are known, the surest first."""

    DECLARED = "import names that its metadata declares (PEP 794)"
    FILES = "the list of files in its wheel"
    SDIST = "the files at the beginning of its sdist"
    NAME = "a guess by its name"


class Project(Value, frozen=True, kw_only=True):
    """What is known of a project beside its state, as of the day of the index's answer.

    `quiet` says that nothing was released for five years; `vulnerabilities` are those of `newest`
    that the index knows, None where it does not tell; `told` says how the import names are known,
    `kind` what the wheel holds. `wheels` are the tags of PEP 425, `withdrawn` the yanked versions.
    """

    newest: str = ""
    released: str = ""
    versions: int = 0
    withdrawn: tuple[str, ...] = ()
    requires_python: str = ""
    license: str = ""
    summary: str = ""
    links: tuple[str, ...] = ()
    wheels: tuple[str, ...] = ()
    source: bool = False
    quiet: bool = False
    status: str = "active"
    index: str = ""
    kind: Kind | None = None
    told: Told | None = None
    private: tuple[str, ...] = ()
    stubs_for: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    vulnerabilities: tuple[str, ...] | None = None


class Contents(Value, frozen=True, kw_only=True):
    """What one installs with a distribution: `told` says how that is known of `version`.

    `imports` are public, `private` begin with an underscore somewhere; `stubs_for` are what it has
    types for; `scripts` are the commands that it installs. The rest is its own metadata.
    """

    version: str
    kind: Kind
    told: Told
    file: str = ""
    imports: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    stubs_for: tuple[str, ...] = ()
    scripts: tuple[str, ...] = ()
    summary: str = ""
    license: str = ""
    requires_python: str = ""
    links: tuple[str, ...] = ()
    inactive: bool = False
    requires: tuple[str, ...] = ()
    text: str = ""
