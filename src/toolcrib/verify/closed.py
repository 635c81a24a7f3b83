"""A process in a closed room: started, watched and ended from outside."""

import contextlib
import functools
import json
import os
import select
import selectors
import shutil
import signal
import subprocess
import time
from collections.abc import Callable

import msgspec

from toolcrib.errors import RefusedError
from toolcrib.verify import kernel
from toolcrib.verify.buffers import socket_memory
from toolcrib.verify.cgroup import CGROUP, WATCHDOG
from toolcrib.verify.leaf import Leaf
from toolcrib.verify.room import MIB, Limits
from toolcrib.verify.sandbox import Closed, closed_room
from toolcrib.verify.watchdog import is_exhausted, memory_of

REPORT, TERMINAL = 9, 7
"""The descriptors of a room's report and of its terminal; of one digit, as a shell can name."""

Look = Callable[[], str]
"""What is done from time to time while a process is watched; it may name a reason to stop."""

_TICK = 0.05
_BLOCK = 65536
_KEPT = 16 * 1024
_KEPT_REPORT = 8 * MIB


@functools.cache
def bwrap_program() -> str:
    """Return the path of bubblewrap; looked for once a process.

    Raises:
        RefusedError: It is not installed.
    """
    found = shutil.which("bwrap")
    if not found:
        raise RefusedError("bubblewrap is not installed", "apt install bubblewrap")
    return found


class Given(msgspec.Struct, frozen=True, kw_only=True):
    """What a process in a closed room gets beside the room.

    `seccomp` is the filter for its system calls, `leaf` the cgroup that holds it to its memory
    (without one a watchdog does), `stdin` what it reads, `terminal` the two ends of a terminal for
    it: a person's and a program's.
    """

    seccomp: bytes
    leaf: Leaf | None
    stdin: bytes = b""
    terminal: tuple[int, int] | None = None


class ClosedProcess:
    """bubblewrap with a command in it; `output` collects what it writes, by stream."""

    def __init__(self, room: Closed, command: tuple[str, ...], given: Given) -> None:
        """Start a command in a room: the program, by its path in the room, and its arguments.

        What the command writes to descriptor 9 is collected as "report", and what to its
        terminal, descriptor 7, as "stdout".

        Raises:
            RefusedError: bubblewrap is not there, or the caller is root: what a process of the
                kernel's uid 0 can write to below `/proc/sys`, it can write to from a room.
        """
        if kernel.is_root_of_machine():
            raise RefusedError("no closed room is made as root", "crib doctor")
        self.peak = 0
        self.memory_held_by = CGROUP if given.leaf else WATCHDOG
        self._ran_out = False
        self._leaf = given.leaf
        self.output = {name: bytearray() for name in ("stdout", "stderr", "report")}
        self._selector = selectors.DefaultSelector()
        self._person = given.terminal[0] if given.terminal else None
        program = given.terminal[1] if given.terminal else None
        info, info_write = os.pipe()
        report, report_write = os.pipe()
        filter_file, info_file = (
            kernel.memory_file(given.seccomp),
            kernel.out_of_the_way(info_write),
        )
        options = closed_room(room, seccomp=filter_file, info=info_file)
        arguments = kernel.memory_file(b"\0".join(map(os.fsencode, options)) + b"\0")
        files = [file.descriptor for file in (*room.files, *room.covers)]
        inherited = [info_file, filter_file, arguments, *files]
        stdin = kernel.memory_file(given.stdin)
        # One of them may have the number of another, which would be lost to it.
        numbers = {REPORT: kernel.out_of_the_way(report_write)}
        if program is not None:
            numbers[TERMINAL] = kernel.out_of_the_way(program)
        try:
            self._process = self._start(
                ("--args", str(arguments), "--", *command), inherited, numbers, stdin
            )
        finally:
            for descriptor in (*inherited, *numbers.values(), stdin):
                os.close(descriptor)
        self._init = self._find_init(info)
        self._listen(report)

    def _start(
        self, arguments: tuple[str, ...], inherited: list[int], numbers: dict[int, int], stdin: int
    ) -> subprocess.Popen[bytes]:
        """Start bubblewrap with descriptors as they are, and others under certain numbers."""
        with contextlib.ExitStack() as places:
            for number, descriptor in numbers.items():
                places.enter_context(kernel.numbered(descriptor, number))
            return subprocess.Popen(  # noqa: S603 -- the arguments are ours
                [bwrap_program(), *arguments],
                stdin=stdin,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                pass_fds=[*inherited, *numbers],
                env={"PATH": os.defpath},
                preexec_fn=self._leaf.join if self._leaf else None,  # noqa: PLW1509 -- one thread
            )

    def _listen(self, report: int) -> None:
        self._selector.register(report, selectors.EVENT_READ, "report")
        if self._person is not None:
            self._selector.register(self._person, selectors.EVENT_READ, "stdout")
        for name in ("stdout", "stderr"):
            self._selector.register(getattr(self._process, name), selectors.EVENT_READ, name)

    def _find_init(self, info: int) -> int | None:
        """Return a descriptor of the room's pid 1, whose end is the end of all in the room."""
        text = b""
        ended = os.pidfd_open(self._process.pid)
        # Not up to the end of it: should bubblewrap be killed just now, its child has this open
        # for ever (bubblewrap's issue 633).
        while info in select.select([info, ended], [], [])[0]:
            part = os.read(info, _BLOCK)
            text += part
            if not part or part.rstrip().endswith(b"}"):
                break
        os.close(ended)
        os.close(info)
        try:
            self.init_pid = int(json.loads(text)["child-pid"])
            return os.pidfd_open(self.init_pid)
        except (ValueError, KeyError, ProcessLookupError):
            self.init_pid = 0
            return None

    def watch(self, limits: Limits, looks: tuple[Look, ...] = ()) -> str:
        """Collect output until the process ends or a limit is reached; return that limit's name.

        The limits are "time", "memory" and "output", which a report that is too long counts for
        too; an empty answer means that it ended itself. "machine" means that this machine has
        hardly any memory left, whoever took it. The looks are taken twenty times a second; what
        one of them answers ends the watch, too.
        """
        now = time.monotonic()
        deadline, look = now + limits.wall, now + _TICK
        while self._selector.get_map():
            self.collect(max(0.0, min(look, deadline) - now))
            now = time.monotonic()
            if len(self.output["stdout"]) + len(self.output["stderr"]) > limits.output:
                return "output"
            if len(self.output["report"]) > limits.report:
                return "output"
            if now >= deadline:
                return "time"
            if now >= look:
                look = now + _TICK
                if not self.is_running() and not self._end_room():
                    return ""
                if stopped := self.look(limits, looks):
                    return stopped
        return ""

    def look(self, limits: Limits, looks: tuple[Look, ...]) -> str:
        """Return the reason to stop now, or nothing: memory, the machine, or what a look says."""
        if self.is_beyond(limits.memory):
            return "memory"
        if is_exhausted():
            return "machine"
        return next(filter(None, (each() for each in looks)), "")

    def finish(self, limits: Limits, looks: tuple[Look, ...] = ()) -> tuple[str, int]:
        """Watch it to its end, and end it in any case.

        Returns the limit that it reached, as `watch` does, and bubblewrap's exit status.
        """
        try:
            stopped = self.watch(limits, looks)
        finally:
            status = self.kill()
        # At its limit the kernel ends a whole leaf, between two looks.
        return stopped or ("memory" if self._ran_out else ""), status

    def is_beyond(self, memory: int) -> bool:
        """Tell whether it has taken more memory than it may, in bytes; a leaf knows its own."""
        if self._leaf:
            self._ran_out = self._leaf.ran_out()
        elif not self._ran_out:
            self.peak = max(self.peak, memory_of(self.init_pid) + socket_memory())
            self._ran_out = self.peak > memory
        return self._ran_out

    def drain(self) -> None:
        """Take what it has written and keep the end of that."""
        self.collect(0)
        for name, buffer in self.output.items():
            del buffer[: -(_KEPT if name != "report" else _KEPT_REPORT)]

    def collect(self, seconds: float) -> None:
        """Take what the process has written, waiting at most so long for it."""
        for key, _ in self._selector.select(seconds):
            try:
                data = os.read(key.fd, _BLOCK)
            except OSError:
                # The way in which a terminal says that no program is left on it (pty(7)).
                data = b""
            if data:
                self.output[key.data] += data
            else:
                self._forget(key)

    def _forget(self, key: selectors.SelectorKey) -> None:
        """Read no more from a stream; those of the process itself are closed at its end."""
        self._selector.unregister(key.fileobj)
        if key.fileobj == self._person:
            self._person = None
        if isinstance(key.fileobj, int):
            os.close(key.fileobj)

    def type_in(self, keys: bytes) -> None:
        """Type on the keyboard of its terminal, as long as a program is there to read it."""
        if self._person is not None:
            with contextlib.suppress(OSError):
                os.write(self._person, keys)

    @property
    def person(self) -> int | None:
        """The person's end of its terminal, as long as a program is there."""
        return self._person

    def listen_to(self, descriptor: int, name: str) -> None:
        """Collect what comes from a descriptor of the caller's, too, and close it at the end."""
        self.output[name] = bytearray()
        self._selector.register(descriptor, selectors.EVENT_READ, name)

    def is_running(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    def _end_room(self) -> bool:
        """Kill the room's pid 1, and tell whether it is known; without it the streams may stay."""
        if self._init is None:
            return False
        with contextlib.suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._init, signal.SIGKILL)
        return True

    def kill(self) -> int:
        """End all that runs in the room, at once, and return bubblewrap's exit status."""
        self._end_room()
        if self._init is not None:
            os.close(self._init)
            self._init = None
        if self._process.poll() is None:
            self._process.kill()
        status = self._process.wait()
        self._leave()
        for key in list(self._selector.get_map().values()):
            self._forget(key)
        self._selector.close()
        for stream in (self._process.stdout, self._process.stderr):
            if stream:
                stream.close()
        return status

    def _leave(self) -> None:
        """End whatever is left in the leaf, and keep what it knows."""
        if self._leaf:
            self._leaf.kill()
            self._ran_out = self._leaf.ran_out()
            self.peak = self._leaf.peak()
            self._leaf.close()
            self._leaf = None

    def last_words(self) -> str:
        """Return the end of what it wrote on standard error, for a message."""
        return self.output["stderr"][-_KEPT:].decode("utf-8", "replace").strip()
