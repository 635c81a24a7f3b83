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
}
"""Files of `/etc` that are the pod's own, not the host's."""

_ETC_OF_HOST = (
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

    `unmerged` are the folders of the host's root that are no links into `/usr`; `local` says that
    `/usr/local` is needed: else it is empty, for it holds what administrators put there.
    """

    mounts: tuple[Mount, ...]
    files: tuple[File, ...]
    environment: dict[str, str]
    scratch: int
    unmerged: tuple[str, ...] = ()
    local: bool = False


def closed_room(room: Closed, *, seccomp: int, info: int) -> list[str]:
    """Return bubblewrap's options for a closed room.

    `seccomp` is the descriptor of the filter, `info` the one on which it tells its inner pid 1.
    """
    return [
        *_namespaces(),
        *_system(room),
        *_scratch(room.scratch),
        *(part for mount in room.mounts for part in ("--ro-bind", mount.source, mount.target)),
        *_files(room.files),
        *("--remount-ro", "/dev", "--remount-ro", "/"),
        *("--add-seccomp-fd", str(seccomp), "--info-fd", str(info)),
        *_environment(room.environment),
        *("--chdir", TASK_FOLDER),
    ]


def _namespaces() -> list[str]:
    # No --unshare-net: both rooms live in the network namespace of the pod's holder.
    return [
        "--unshare-user",
        *("--uid", str(UID), "--gid", str(UID)),
        "--disable-userns",
        *("--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"),
        *("--hostname", "crib"),
        *("--die-with-parent", "--new-session"),
    ]


def _system(room: Closed) -> list[str]:
    arguments = ["--ro-bind", "/usr", "/usr"]
    for name in MERGED:
        if name in room.unmerged:
            arguments += ["--ro-bind-try", f"/{name}", f"/{name}"]
        else:
            arguments += ["--symlink", f"usr/{name}", f"/{name}"]
    if not room.local:
        arguments += ["--size", "4096", "--tmpfs", "/usr/local", "--remount-ro", "/usr/local"]
    arguments += ["--dir", "/etc"]
    for name in _ETC_OF_HOST:
        arguments += ["--ro-bind-try", f"/etc/{name}", f"/etc/{name}"]
    arguments += ["--proc", "/proc", "--ro-bind", "/proc/sys", "/proc/sys"]
    return [*arguments, "--dev", "/dev"]


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


def _environment(own: dict[str, str]) -> list[str]:
    """Return the room's settings: nothing of the host's, with those of the services."""
    settings = {
        "PATH": _PATH,
        "HOME": HOME,
        "USER": USER,
        **SETTINGS,
        "TMPDIR": "/tmp",  # noqa: S108 -- a place in the room, not on the host
        **own,
    }
    return ["--clearenv", *(p for k, v in settings.items() for p in ("--setenv", k, v))]
