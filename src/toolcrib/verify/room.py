"""What a run is given: values that say all, before anything is done."""

from pathlib import Path

from toolcrib.model.receipt import NATIVE, Cell, ServiceFact
from toolcrib.model.task import Profile
from toolcrib.model.value import Value
from toolcrib.verify.services.service import Device, Service

MIB = 1024 * 1024
PICTURE_LIMIT = 256 * 1024
"""The bytes that a picture may have."""

HOST = "host"
"""The name of this machine's own root file system."""

_LIBRARIES = "usr/lib/x86_64-linux-gnu"


class System(Value, frozen=True, kw_only=True):
    """A root file system for rooms: one of toolcrib's own, or that of this machine.

    `root` is where it lies on this machine, `packages` are Debian's packages in it with their
    versions, `python` is its own Python by its path inside, `unmerged` are the folders of the root
    that are no links into `/usr`.
    """

    name: str
    id: str
    root: Path
    packages: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    python: str = ""
    unmerged: tuple[str, ...] = ()

    @property
    def is_own(self) -> bool:
        """Whether toolcrib made it, so that it is the same wherever it is."""
        return self.name != HOST


class Interpreter(Value, frozen=True, kw_only=True):
    """A base interpreter; `prefix` is what it needs of the file system.

    One that lies in a root file system has its paths in that `system`; others can be mounted into
    any. `wheels` names the platform whose wheels it takes, in uv's words; nothing is this machine.
    `overhead` is the memory that it holds by itself, in bytes, where that is much.
    """

    path: Path
    prefix: Path
    full: str
    implementation: str = "cpython"
    platform: str = NATIVE
    system: System | None = None
    wheels: str = ""
    overhead: int = 0

    @property
    def cell(self) -> Cell:
        """The cell of the evidence that a run on it fills."""
        return Cell(python=self.version, implementation=self.implementation, platform=self.platform)

    @property
    def version(self) -> str:
        """The version as X.Y."""
        return ".".join(self.full.split(".")[:2])

    @property
    def name(self) -> str:
        """A name for people: `3.12.1`, or `Pyodide 3.14.2`."""
        return f"Pyodide {self.full}" if self.cell.in_browser else self.full

    @property
    def command(self) -> tuple[str, ...]:
        """What starts it on this machine, outside any room: for code of its own, never others'."""
        if self.system is None or not self.system.is_own:
            return (str(self.path),)
        libraries = self.system.root / _LIBRARIES
        loader = (str(libraries / "ld-linux-x86-64.so.2"), "--library-path", str(libraries))
        return (*loader, f"{self.system.root}{self.path}")


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
    service_processes: int = 512

    @property
    def data(self) -> int:
        """The private memory that one process may ask for: a backstop behind the watchdog."""
        return 2 * self.memory + 512 * MIB


class Times(Value, frozen=True, kw_only=True):
    """What a program took, in microseconds of CPU and wall time; `wall` is 0 where not measured."""

    user: int = 0
    system: int = 0
    wall: int = 0


class StandIns(Value, frozen=True, kw_only=True):
    """What stands beside a program in the pod.

    `hosts` and `addresses` (IPv4) lead to the `services`, which are `told` settings; `settings` are
    the program's own. With `tty` the lines that are `typed` come from a keyboard. `endless` says
    that the program goes on until somebody stops it, `missing` what there is no stand-in for.
    `said` tells people of it, each in a few words.
    """

    services: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    told: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    settings: dict[str, str] = {}  # noqa: RUF012 -- the same
    packages: tuple[str, ...] = ()
    tty: bool = False
    typed: tuple[str, ...] = ()
    profile: Profile = "default"
    endless: bool = False
    missing: str = ""
    said: tuple[str, ...] = ()


class Room(Value, frozen=True, kw_only=True):
    """One run: a program, its files, its interpreter and environment, services and limits.

    `program` is what follows the interpreter: the solution's file and its arguments; `settings` go
    into its environment, on top of what every room has. With `tty` its input is typed on a
    terminal; `driver` is the text of a program that talks to it. A `wired` one has a network of
    its own, joined to that of its services, and may send whole packets. `runner` is the folder
    of what runs beside it, see `runner_folder`. `system` is the root file system, but for the
    solution when its interpreter has one of its own. In a `timed` one nothing of ours runs while
    the program does. In a `live` one, with `tty`, the person at this machine's terminal talks with
    the program. `artifacts` are files of the folder `out` that are handed out besides the
    pictures, with the bytes that each may have. `hosts` and `addresses` (IPv4) are further names
    and numbers under which the room knows itself, `told` are settings of its services.
    """

    interpreter: Interpreter
    system: System
    program: tuple[str, ...]
    files: dict[str, bytes]
    runner: Path
    environment: Path | None = None
    stdin: bytes = b""
    tty: bool = False
    live: bool = False
    driver: bytes = b""
    wired: bool = False
    settings: dict[str, str] = {}  # noqa: RUF012 -- msgspec copies the default
    pictures: tuple[str, ...] = ()
    artifacts: dict[str, int] = {}  # noqa: RUF012 -- msgspec copies the default
    hosts: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    told: dict[str, str] = {}  # noqa: RUF012 -- the same
    services: tuple[Service, ...] = ()
    service_interpreter: Interpreter | None = None
    service_environments: dict[str, Path] = {}  # noqa: RUF012 -- msgspec copies the default
    templates: dict[str, Path] = {}  # noqa: RUF012 -- the same
    limits: Limits = Limits()
    timed: bool = False

    @property
    def servers(self) -> tuple[Service, ...]:
        """The services that are programs in a room of their own."""
        return tuple(service for service in self.services if not service.device)

    @property
    def devices(self) -> tuple[Device, ...]:
        """The services that are played in the solution's room."""
        return tuple(service.device for service in self.services if service.device)

    @property
    def solution_system(self) -> System:
        """The root file system that the solution sees."""
        return self.interpreter.system or self.system

    @property
    def declared(self) -> dict[str, int]:
        """All files that may leave the room, with the bytes that each may have."""
        return {**dict.fromkeys(self.pictures, PICTURE_LIMIT), **self.artifacts}


class Ending(Value, frozen=True, kw_only=True):
    """How the program in a room ended, as it was seen from outside.

    `stopped` names the limit or fault that ended it, or is empty; `status` is its exit status,
    or minus the signal that killed it; `memory_held_by` says what held it to its memory:
    `cgroup`, `watchdog`, or nothing.
    """

    stopped: str = ""
    reason: str = ""
    status: int = 0
    stdout: bytes = b""
    stderr: bytes = b""
    pictures: dict[str, bytes] = {}  # noqa: RUF012 -- msgspec copies the default for each value
    artifacts: dict[str, bytes] = {}  # noqa: RUF012 -- the same
    unfit: dict[str, str] = {}  # noqa: RUF012 -- the same
    peak_memory: int = 0
    times: Times | None = None
    memory_held_by: str = ""
    services: tuple[ServiceFact, ...] = ()
