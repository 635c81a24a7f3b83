"""What a run is given: values that say all, before anything is done."""

from pathlib import Path

from toolcrib.model.receipt import ServiceFact
from toolcrib.model.value import Value
from toolcrib.verify.services.service import Service

MIB = 1024 * 1024


class Interpreter(Value, frozen=True, kw_only=True):
    """A base interpreter of this machine; `prefix` is what it needs of the file system."""

    path: Path
    prefix: Path
    full: str
    implementation: str = "cpython"

    @property
    def version(self) -> str:
        """The version as X.Y."""
        return ".".join(self.full.split(".")[:2])


class Environment(Value, frozen=True, kw_only=True):
    """A built environment of one lock and one interpreter; `size` in bytes."""

    path: Path
    size: int
    distributions: int


class Limits(Value, frozen=True, kw_only=True):
    """What a run may use; times in seconds, memory and files in bytes."""

    wall: float = 20
    memory: int = 512 * MIB
    processes: int = 256
    files: int = 1024
    file_size: int = 256 * MIB
    scratch: int = 256 * MIB
    output: int = MIB
    report: int = 4 * MIB
    service_memory: int = 2048 * MIB

    @property
    def data(self) -> int:
        """The private memory that one process may ask for: a backstop behind the watchdog."""
        return 2 * self.memory + 512 * MIB


class Room(Value, frozen=True, kw_only=True):
    """One run: a program, its files, its interpreter and environment, services and limits.

    `program` is what follows the interpreter: the solution's file and its arguments. `runner` is
    the folder of what runs beside it, see `runner_folder`.
    """

    interpreter: Interpreter
    program: tuple[str, ...]
    files: dict[str, bytes]
    runner: Path
    environment: Path | None = None
    stdin: bytes = b""
    pictures: tuple[str, ...] = ()
    services: tuple[Service, ...] = ()
    service_interpreter: Interpreter | None = None
    service_environments: dict[str, Path] = {}  # noqa: RUF012 -- msgspec copies the default
    templates: dict[str, Path] = {}  # noqa: RUF012 -- the same
    limits: Limits = Limits()


class Ending(Value, frozen=True, kw_only=True):
    """How the program in a room ended, as it was seen from outside.

    `stopped` names the limit or fault that ended it, or is empty; `status` is its exit status,
    or minus the signal that killed it.
    """

    stopped: str = ""
    reason: str = ""
    status: int = 0
    stdout: bytes = b""
    stderr: bytes = b""
    pictures: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    unfit: dict[str, str] = {}  # noqa: RUF012 -- the same
    peak_memory: int = 0
    services: tuple[ServiceFact, ...] = ()
