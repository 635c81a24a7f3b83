"""The holder of a pod: the first process of its own, with its own network and no rights here."""

import contextlib
import itertools
import os
from collections.abc import Iterator
from pathlib import Path

from toolcrib.errors import RefusedError
from toolcrib.verify import kernel, wire
from toolcrib.verify.sandbox import Mount

# Uids that Debian's and systemd's allocations leave free; each slot of a pool has its own, so
# that no two runs can reach each other through the limits that the kernel keeps by user.
_FIRST_UID = 60600
SLOTS = 400
_STAGE = Path("/tmp")  # noqa: S108 -- covered by a mount that only the holder sees
_ROOMS = 3
_MOST_TERMINALS = 64


class Holder:
    """The calling process, turned into the holder; it must have a single thread.

    It goes on as the first process of a pid namespace: when it ends, all that it started ends,
    without any doing of its own. What it mounts is found under the name that it had before.
    """

    def __init__(
        self,
        slot: int,
        sources: tuple[Path, ...],
        *,
        wired: bool = False,
        addresses: tuple[str, ...] = (),
    ) -> None:
        """Give up the host's processes, mounts and network, and as root the identity.

        Args:
            slot: The number of this run among those at the same time.
            sources: The folders of the host that will be mounted in the pod.
            wired: Whether the solution has a network of its own, joined to that of its services.
            addresses: Further IPv4 addresses of the services' network.

        Raises:
            RefusedError: The kernel does not let this user make namespaces.
        """
        self._places: dict[Path, str] = {}
        self._rooms = itertools.count()
        is_root = os.geteuid() == 0
        inside = 0 if wired else os.getuid()
        try:
            if is_root:
                kernel.unshare(kernel.CLONE_NEWPID)
            else:
                _be_user_of_ones_own(inside, kernel.CLONE_NEWPID)
            parent = kernel.go_on_as_first_process()
            kernel.unshare(kernel.CLONE_NEWNS | kernel.CLONE_NEWNET)
            self._stage(sources)
            _prepare_network(addresses)
            if is_root:
                _give_up_identity(slot)
                if wired:
                    _be_user_of_ones_own(inside, kernel.CLONE_NEWNET)
                    _prepare_network(addresses)
            self._networks = _two_networks() if wired else None
        except OSError as fault:
            message = f"this machine does not let a closed room be made: {fault.args[-1]}"
            raise RefusedError(message, "crib doctor") from fault
        # Once more: a change of identity forgets it.
        kernel.die_with(parent)

    def mount(self, source: Path, target: str) -> Mount:
        """Return the mount of a source at a place in a room."""
        return Mount(source=self._places[source], target=target)

    def place(self, source: Path) -> str:
        """Return where a source is found from now on; what is no source is where it was."""
        return self._places.get(source, str(source))

    def terminals(self) -> str:
        """Return where the pseudo-terminals of the next room lie; there are at most three rooms."""
        return str(_STAGE / f"terminals-{next(self._rooms)}")

    @contextlib.contextmanager
    def on_side_of_solution(self) -> Iterator[None]:
        """Be in the solution's network for a while, where that is not the one of the services."""
        if self._networks is None:
            yield
            return
        solution, services = self._networks
        kernel.enter_network(solution)
        try:
            yield
        finally:
            kernel.enter_network(services)

    def _stage(self, sources: tuple[Path, ...]) -> None:
        # What lies under a home of mode 0700 is out of reach after the change of uid, so it is
        # mounted, while root still may, where everybody can reach it.
        kernel.make_mounts_private()
        kernel.mount_processes("/proc")
        descriptors = {source: os.open(source, os.O_PATH) for source in sources}
        kernel.mount_tmpfs(str(_STAGE), "mode=0755,size=1m")
        for number, (source, descriptor) in enumerate(descriptors.items()):
            place = _STAGE / str(number)
            if Path(f"/proc/self/fd/{descriptor}").is_dir():
                place.mkdir(mode=0o755)
            else:
                place.touch()
            kernel.bind(descriptor, str(place))
            os.close(descriptor)
            self._places[source] = str(place)
        for number in range(_ROOMS):
            place = _STAGE / f"terminals-{number}"
            place.mkdir(mode=0o755)
            kernel.mount_terminals(str(place), most=_MOST_TERMINALS)


def _give_up_identity(slot: int) -> None:
    _write("/proc/self/oom_score_adj", "500")
    uid = _FIRST_UID + slot % SLOTS
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def _be_user_of_ones_own(inside: int, others: int) -> None:
    """Enter a user namespace in which one has all rights and that uid, and others with it."""
    uid, gid = os.getuid(), os.getgid()
    kernel.own_proc_files()
    kernel.unshare(kernel.CLONE_NEWUSER | others)
    kernel.own_proc_files()
    _write("/proc/self/setgroups", "deny")
    _write("/proc/self/uid_map", f"{inside} {uid} 1")
    _write("/proc/self/gid_map", f"{inside or gid} {gid} 1")


def _two_networks() -> tuple[int, int]:
    """Join the network to a second one, and return the solution's and this one, the services'."""
    services = os.open("/proc/self/ns/net", os.O_RDONLY)
    kernel.unshare(kernel.CLONE_NEWNET)
    _prepare_network()
    solution = os.open("/proc/self/ns/net", os.O_RDONLY)
    wire.join(services)
    for network, end in ((solution, wire.SOLUTION), (services, wire.PEER)):
        kernel.enter_network(network)
        with contextlib.suppress(OSError):
            # What IPv6 sends of itself would disturb whoever listens to the wire.
            _write(f"/proc/sys/net/ipv6/conf/{wire.DEVICE}/disable_ipv6", "1")
        wire.bring_up(end)
    return solution, services


def _prepare_network(addresses: tuple[str, ...] = ()) -> None:
    """Bring up the loopback, let services take their standard ports, and let anyone ping."""
    kernel.raise_loopback()
    wire.add_addresses(addresses)
    try:
        _write("/proc/sys/net/ipv4/ip_unprivileged_port_start", "0")
        _write("/proc/sys/net/ipv4/ping_group_range", "0 2147483647")
    except OSError:
        # Read-only in some containers; ports from 1024 on still work.
        return


def _write(path: str, text: str) -> None:
    Path(path).write_text(text, encoding="utf-8")
