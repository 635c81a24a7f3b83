"""The two closed rooms of a pod as arguments of bubblewrap; pure, so that tests can read them.

Order matters to bubblewrap: it does its mounts one after the other, so what makes the root and
`/dev` read-only comes last. Options and their pitfalls: bubblewrap's manual page, version 0.8.
"""

from toolcrib.model.value import Value

USER, UID, HOME = "crib", 1000, "/home/crib"
TASK_FOLDER = f"{HOME}/task"
ENVIRONMENT = "/opt/env"
RUNNER = "/opt/runner"
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"

SETTINGS = {"LANG": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0"}
"""What makes runs alike, in a closed room or not: no locale, zone or hash seed of the host."""

ETC = {
    "passwd": f"root:x:0:0::/root:/bin/sh\n{USER}:x:{UID}:{UID}::{HOME}:/bin/sh\n",
    "group": f"root:x:0:\n{USER}:x:{UID}:\n",
    "hosts": "127.0.0.1 localhost crib\n::1 localhost\n",
    "nsswitch.conf": "passwd: files\ngroup: files\nhosts: files\nservices: files\n",
    "resolv.conf": "",
    # Debian's launcher of Chromium reads all files of this folder. The browser's own sandbox would
    # need user namespaces, which a room has none of: it is the room that is closed.
    "chromium.d/room": 'CHROMIUM_FLAGS="$CHROMIUM_FLAGS --no-sandbox"\n',
}
"""Files of `/etc` that are the pod's own, not the host's."""

_ETC_OF_SYSTEM = (
    "alternatives",
    "fonts",
    "ld.so.cache",
    "protocols",
    "services",
    "ssl/certs",
    "ssl/openssl.cnf",
)
MERGED = ("bin", "lib", "lib32", "lib64", "libx32", "sbin")


class Mount(Value, frozen=True, kw_only=True):
    """A folder or file of the host that is seen, read-only, at a place in the room."""

    source: str
    target: str


class File(Value, frozen=True, kw_only=True):
    """A file of a room that comes through a descriptor.

    Outside the scratch space it is read-only, as the root on which it lies.
    """

    descriptor: int
    target: str
    mode: str = "0644"


class Closed(Value, frozen=True, kw_only=True):
    """A closed room: what is mounted and written in it, its settings, its scratch space in bytes.

    `root` is the root file system that it shows, as it is found on the host, and `unmerged` are the
    folders of that which are no links into `/usr`; `local` says that `/usr/local` is needed: else
    it is empty, for it holds what administrators put there. With `packets` its user is the one of
    the holder, root of a namespace of its own, and has a single right: to send whole packets.
    With `privileged` it is root of a namespace of the room's own, with all the rights that gives.
    `covers` are seen in the place of files that are there; `links` lead from one place to another.
    `terminals` is where the pod keeps the room's own pseudo-terminals. With `as_first` the command
    itself is the first process of the room, which nobody in it can end.
    """

    mounts: tuple[Mount, ...]
    files: tuple[File, ...]
    environment: dict[str, str]
    scratch: int
    root: str = "/"
    unmerged: tuple[str, ...] = ()
    local: bool = False
    packets: bool = False
    privileged: bool = False
    covers: tuple[File, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    terminals: str = ""
    as_first: bool = False


def closed_room(room: Closed, *, seccomp: int, info: int) -> list[str]:
    """Return bubblewrap's options for a closed room.

    `seccomp` is the descriptor of the filter, `info` the one on which it tells its inner pid 1.
    """
    return [
        *_user(room),
        *_namespaces(),
        *(["--as-pid-1"] if room.as_first else []),
        *_system(room),
        *_scratch(room.scratch),
        *(part for mount in room.mounts for part in ("--ro-bind", mount.source, mount.target)),
        *_files(room.files),
        *_covers(room.covers),
        *(part for place, to in room.links for part in ("--symlink", to, place)),
        *("--remount-ro", "/dev", "--remount-ro", "/"),
        *("--add-seccomp-fd", str(seccomp), "--info-fd", str(info)),
        *_environment(room.environment),
        *("--chdir", TASK_FOLDER),
    ]


def _user(room: Closed) -> list[str]:
    if room.privileged:
        return ["--unshare-user", "--uid", "0", "--gid", "0", "--cap-add", "ALL"]
    # A holder that is root of a namespace would hand on all its rights to what it starts.
    arguments = ["--cap-drop", "ALL"]
    if room.packets:
        # A right counts in the namespace that the network belongs to, and that is the holder's.
        return [*arguments, "--cap-add", "CAP_NET_RAW"]
    ids = ("--uid", str(UID), "--gid", str(UID))
    return [*arguments, "--unshare-user", *ids, "--disable-userns"]


def _namespaces() -> list[str]:
    # No --unshare-net: rooms live in the network namespace of the pod's holder.
    return [
        *("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        *("--hostname", "crib"),
        *("--die-with-parent", "--new-session"),
    ]


def _system(room: Closed) -> list[str]:
    root = room.root.rstrip("/")
    arguments = ["--ro-bind", f"{root}/usr", "/usr"]
    for name in MERGED:
        if name in room.unmerged:
            arguments += ["--ro-bind-try", f"{root}/{name}", f"/{name}"]
        else:
            arguments += ["--symlink", f"usr/{name}", f"/{name}"]
    if not room.local:
        arguments += ["--size", "4096", "--tmpfs", "/usr/local", "--remount-ro", "/usr/local"]
    arguments += ["--dir", "/etc"]
    for name in _ETC_OF_SYSTEM:
        arguments += ["--ro-bind-try", f"{root}/etc/{name}", f"/etc/{name}"]
    arguments += ["--proc", "/proc"]
    if room.privileged:
        # Containers get a /sys like this one; control groups would be those of the machine.
        arguments += ["--ro-bind", "/sys", "/sys"]
        arguments += ["--size", "4096", "--tmpfs", "/sys/fs/cgroup"]
    else:
        arguments += ["--ro-bind", "/proc/sys", "/proc/sys"]
    arguments += ["--dev", "/dev"]
    # bubblewrap's own have no bound, and the kernel has one pool of them for all of the machine.
    return [*arguments, *(["--dev-bind", room.terminals, "/dev/pts"] if room.terminals else [])]


def _scratch(size: int) -> list[str]:
    def tmpfs(target: str, size: int, mode: str) -> list[str]:
        return ["--size", str(size), "--perms", mode, "--tmpfs", target]

    return [
        *tmpfs("/dev/shm", size, "1777"),  # noqa: S108 -- a place in the room, not on the host
        *tmpfs("/tmp", size, "1777"),  # noqa: S108 -- the same
        *tmpfs("/run", size // 16, "0755"),
        *tmpfs("/home", size, "0755"),
        *("--symlink", "/tmp", "/var/tmp"),  # noqa: S108 -- the same
        *("--perms", "0700", "--dir", HOME, "--perms", "0755", "--dir", TASK_FOLDER),
    ]


def _files(files: tuple[File, ...]) -> list[str]:
    arguments = []
    for file in files:
        arguments += ["--perms", file.mode, "--file", str(file.descriptor), file.target]
    return arguments


def _covers(covers: tuple[File, ...]) -> list[str]:
    arguments = []
    for file in covers:
        arguments += ["--perms", file.mode, "--ro-bind-data", str(file.descriptor), file.target]
    return arguments


def _environment(own: dict[str, str]) -> list[str]:
    """Return the room's settings: nothing of the host's, with those of the services."""
    settings = {
        "PATH": _PATH,
        "HOME": HOME,
        "USER": USER,
        **SETTINGS,
        "TMPDIR": "/tmp",  # noqa: S108 -- a place in the room, not on the host
        # Selenium looks for browsers in the network, and there is none.
        "SE_OFFLINE": "true",
        **own,
    }
    return ["--clearenv", *(p for k, v in settings.items() for p in ("--setenv", k, v))]
