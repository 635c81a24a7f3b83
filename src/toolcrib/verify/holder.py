"""The holder of a pod: a process with a network of its own and no rights on this machine."""

import os
from pathlib import Path

from toolcrib.errors import RefusedError
from toolcrib.verify import kernel
from toolcrib.verify.sandbox import Mount

# Uids that Debian's and systemd's allocations leave free; each slot of a pool has its own, so
# that no two runs can reach each other through the limits that the kernel keeps by user.
_FIRST_UID = 60600
SLOTS = 400
_STAGE = "/tmp"  # noqa: S108 -- covered by a mount that only the holder sees


class Holder:
    """The calling process, turned into the holder; it must have a single thread.

    What it mounts is found under the name that it had before.
    """

    def __init__(self, slot: int, sources: tuple[Path, ...]) -> None:
        """Give up the host's network, and as root the identity.

        Args:
            slot: The number of this run among those at the same time.
            sources: The folders of the host that will be mounted in the pod.

        Raises:
            RefusedError: The kernel does not let this user make namespaces.
        """
        self._places = {source: str(source) for source in sources}
        try:
            if os.geteuid() == 0:
                self._as_root(slot)
            else:
                _as_user()
        except OSError as fault:
            message = f"this machine does not let a closed room be made: {fault.args[-1]}"
            raise RefusedError(message, "crib doctor") from fault
        # Asked for only now: a change of identity forgets it.
        kernel.die_with_parent()

    def mount(self, source: Path, target: str) -> Mount:
        """Return the mount of a source at a place in a room."""
        return Mount(source=self._places[source], target=target)

    def _as_root(self, slot: int) -> None:
        # What lies under a home of mode 0700 is out of reach after the change of uid, so it is
        # mounted, while root still may, where everybody can reach it.
        kernel.unshare(kernel.CLONE_NEWNS | kernel.CLONE_NEWNET)
        kernel.make_mounts_private()
        descriptors = {source: os.open(source, os.O_PATH) for source in self._places}
        _prepare_network()
        kernel.mount_tmpfs(_STAGE, "mode=0755,size=1m")
        for number, (source, descriptor) in enumerate(descriptors.items()):
            place = Path(_STAGE, str(number))
            if Path(f"/proc/self/fd/{descriptor}").is_dir():
                place.mkdir(mode=0o755)
            else:
                place.touch()
            kernel.bind(descriptor, str(place))
            os.close(descriptor)
            self._places[source] = str(place)
        _write("/proc/self/oom_score_adj", "500")
        uid = _FIRST_UID + slot % SLOTS
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)


def _as_user() -> None:
    uid, gid = os.getuid(), os.getgid()
    kernel.unshare(kernel.CLONE_NEWUSER | kernel.CLONE_NEWNET)
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{uid} {uid} 1")
    _write("/proc/self/gid_map", f"{gid} {gid} 1")
    _prepare_network()


def _prepare_network() -> None:
    """Bring up the loopback, let services take their standard ports, and let anyone ping."""
    kernel.raise_loopback()
    try:
        _write("/proc/sys/net/ipv4/ip_unprivileged_port_start", "0")
        _write("/proc/sys/net/ipv4/ping_group_range", "0 2147483647")
    except OSError:
        # Read-only in some containers; ports from 1024 on still work.
        return


def _write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="ascii")
